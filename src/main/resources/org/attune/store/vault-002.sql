-- What is kept of a person beside consents and recordings, one sealed record each.
CREATE TABLE card (
  client_id TEXT PRIMARY KEY NOT NULL,
  sealed BLOB NOT NULL
);
