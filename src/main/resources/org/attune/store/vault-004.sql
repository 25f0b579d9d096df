-- What was said of a session after it, sealed under the key of the lane it is of and chained.
CREATE TABLE annotation (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (session_id, lane, seq)
);
-- The latest instant known, as of the newest entry of the audit.
CREATE TABLE audit_clock (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  sealed BLOB NOT NULL
);
