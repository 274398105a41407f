-- Generated from harvester/store/tables.py by docs/generate.py; do not edit.

CREATE TABLE answer (
  "key" VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  request VARCHAR NOT NULL,
  asked_at VARCHAR NOT NULL,
  expires_at VARCHAR,
  body BLOB NOT NULL,
  PRIMARY KEY ("key")
);

CREATE TABLE counter (
  name VARCHAR NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (name)
)
 WITHOUT ROWID;

CREATE TABLE decision (
  id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  digest VARCHAR NOT NULL,
  verdict VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  made_at VARCHAR NOT NULL,
  undone_at VARCHAR,
  PRIMARY KEY (id)
);

CREATE INDEX ix_decision_digest ON decision (digest);

CREATE TABLE run (
  id INTEGER NOT NULL,
  command VARCHAR NOT NULL,
  started_at VARCHAR NOT NULL,
  finished_at VARCHAR,
  summary VARCHAR NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE work (
  id INTEGER NOT NULL,
  type VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  authors_complete BOOLEAN NOT NULL,
  issued VARCHAR NOT NULL,
  issued_literal VARCHAR NOT NULL,
  container_title VARCHAR NOT NULL,
  container_title_short VARCHAR NOT NULL,
  volume VARCHAR NOT NULL,
  issue VARCHAR NOT NULL,
  page VARCHAR NOT NULL,
  number VARCHAR NOT NULL,
  publisher VARCHAR NOT NULL,
  publisher_place VARCHAR NOT NULL,
  edition VARCHAR NOT NULL,
  event_title VARCHAR NOT NULL,
  abstract VARCHAR NOT NULL,
  keywords VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  issn VARCHAR NOT NULL,
  url VARCHAR NOT NULL,
  accessed VARCHAR NOT NULL,
  accessed_literal VARCHAR NOT NULL,
  genre VARCHAR NOT NULL,
  original_title VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  key_head VARCHAR DEFAULT '' NOT NULL,
  key_word VARCHAR DEFAULT '' NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX ix_work_key ON work (key_head, key_word);

CREATE TABLE citekey (
  "key" VARCHAR NOT NULL,
  work_id INTEGER,
  current BOOLEAN NOT NULL,
  given_at VARCHAR NOT NULL,
  folded VARCHAR DEFAULT '' NOT NULL,
  PRIMARY KEY ("key"),
  FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE SET NULL
)
 WITHOUT ROWID;

CREATE INDEX ix_citekey_folded ON citekey (folded);

CREATE INDEX ix_citekey_work_id ON citekey (work_id);

CREATE TABLE contributor (
  work_id INTEGER NOT NULL,
  role VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  family VARCHAR NOT NULL,
  given VARCHAR NOT NULL,
  suffix VARCHAR NOT NULL,
  particle VARCHAR NOT NULL,
  literal VARCHAR NOT NULL,
  PRIMARY KEY (work_id, role, position),
  FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE correction (
  work_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  target VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  PRIMARY KEY (work_id, position),
  FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_correction_target ON correction (target);

CREATE TABLE description (
  id INTEGER NOT NULL,
  digest VARCHAR NOT NULL,
  origin INTEGER NOT NULL,
  content VARCHAR NOT NULL,
  matched VARCHAR NOT NULL,
  disputed VARCHAR NOT NULL,
  torn BOOLEAN NOT NULL,
  work_id INTEGER NOT NULL,
  answer_key VARCHAR,
  PRIMARY KEY (id),
  UNIQUE (digest),
  FOREIGN KEY(work_id) REFERENCES work (id),
  FOREIGN KEY(answer_key) REFERENCES answer ("key")
);

CREATE INDEX ix_description_answer_key ON description (answer_key);

CREATE INDEX ix_description_torn ON description (id) WHERE torn;

CREATE INDEX ix_description_work_id ON description (work_id);

CREATE TABLE identifier (
  scheme VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  work_id INTEGER NOT NULL,
  PRIMARY KEY (scheme, value),
  FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_identifier_work_id ON identifier (work_id);

CREATE TABLE mark (
  digest VARCHAR NOT NULL,
  "key" VARCHAR NOT NULL,
  decision_id INTEGER NOT NULL,
  PRIMARY KEY (digest, "key"),
  FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_mark_decision_id ON mark (decision_id);

CREATE TABLE merge (
  id INTEGER NOT NULL,
  work_id INTEGER NOT NULL,
  "into" VARCHAR NOT NULL,
  joined VARCHAR NOT NULL,
  citekeys VARCHAR NOT NULL,
  undone BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
);

CREATE INDEX ix_merge_work_id ON merge (work_id);

CREATE TABLE citekey_trace (
  citekey VARCHAR NOT NULL,
  trace VARCHAR NOT NULL,
  PRIMARY KEY (citekey, trace),
  FOREIGN KEY(citekey) REFERENCES citekey ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_citekey_trace_trace ON citekey_trace (trace);

CREATE TABLE description_key (
  "key" VARCHAR NOT NULL,
  description_id INTEGER NOT NULL,
  PRIMARY KEY ("key", description_id),
  FOREIGN KEY(description_id) REFERENCES description (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_description_key_description_id ON description_key (description_id);

CREATE TABLE source (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  part INTEGER NOT NULL,
  digest VARCHAR NOT NULL,
  format VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  stated_total INTEGER,
  reader INTEGER NOT NULL,
  read_at VARCHAR NOT NULL,
  description_id INTEGER,
  work_id INTEGER,
  verdict VARCHAR DEFAULT 'open' NOT NULL,
  method VARCHAR DEFAULT '' NOT NULL,
  reason VARCHAR DEFAULT '' NOT NULL,
  stage INTEGER DEFAULT '0' NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (name, part),
  FOREIGN KEY(description_id) REFERENCES description (id),
  FOREIGN KEY(work_id) REFERENCES work (id)
);

CREATE INDEX ix_source_description_id ON source (description_id);

CREATE INDEX ix_source_digest ON source (digest);

CREATE INDEX ix_source_work_id ON source (work_id);

CREATE TABLE mention (
  source_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  scheme VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  PRIMARY KEY (source_id, position),
  FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE place (
  source_id INTEGER NOT NULL,
  field VARCHAR NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (source_id, field),
  FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE problem (
  source_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  detail VARCHAR NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  PRIMARY KEY (source_id, position),
  FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE reference (
  id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  label VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  tail_labels VARCHAR NOT NULL,
  asserted VARCHAR NOT NULL,
  span_start INTEGER,
  span_end INTEGER,
  page_printed VARCHAR NOT NULL,
  confidence FLOAT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
);

CREATE INDEX ix_reference_source ON reference (source_id, ordinal);

CREATE TABLE citation (
  reference_id INTEGER NOT NULL,
  description_id INTEGER NOT NULL,
  citing_id INTEGER NOT NULL,
  cited_id INTEGER NOT NULL,
  verdict VARCHAR NOT NULL,
  method VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  stage INTEGER DEFAULT '0' NOT NULL,
  PRIMARY KEY (reference_id, description_id),
  FOREIGN KEY(citing_id) REFERENCES work (id),
  FOREIGN KEY(cited_id) REFERENCES work (id),
  FOREIGN KEY(reference_id) REFERENCES reference (id) ON DELETE CASCADE,
  FOREIGN KEY(description_id) REFERENCES description (id)
);

CREATE INDEX ix_citation_cited ON citation (cited_id, citing_id);

CREATE INDEX ix_citation_citing ON citation (citing_id, cited_id);

CREATE INDEX ix_citation_description_id ON citation (description_id);

CREATE INDEX ix_citation_verdict ON citation (verdict);
