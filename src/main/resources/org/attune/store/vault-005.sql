-- Figures of a session as its trend needs them, worked out once, sealed under the key of the lane
-- they are of. What is not here, or no longer holds, is worked out of the recording again.
CREATE TABLE figures (
  session_id TEXT NOT NULL,
  lane INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (session_id, lane, seq)
);
