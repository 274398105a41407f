BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE answer (
	"key" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	request VARCHAR NOT NULL, 
	asked_at VARCHAR NOT NULL, 
	expires_at VARCHAR, 
	body BLOB NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE citation (
	reference_id INTEGER NOT NULL, 
	description_id INTEGER NOT NULL, 
	citing_id INTEGER NOT NULL, 
	cited_id INTEGER NOT NULL, 
	verdict VARCHAR NOT NULL, 
	method VARCHAR NOT NULL, 
	evidence VARCHAR NOT NULL, 
	PRIMARY KEY (reference_id, description_id), 
	FOREIGN KEY(cited_id) REFERENCES work (id), 
	FOREIGN KEY(citing_id) REFERENCES work (id), 
	FOREIGN KEY(description_id) REFERENCES description (id), 
	FOREIGN KEY(reference_id) REFERENCES reference (id) ON DELETE CASCADE
);
INSERT INTO "citation" VALUES(1,2,1,2,'open','printed identifier','');
INSERT INTO "citation" VALUES(2,3,1,3,'open','printed identifier','');
INSERT INTO "citation" VALUES(3,5,9,4,'open','printed identifier','');
INSERT INTO "citation" VALUES(4,6,9,7,'open','printed identifier','');
INSERT INTO "citation" VALUES(5,7,9,5,'open','printed identifier','');
INSERT INTO "citation" VALUES(6,8,9,6,'open','printed identifier','');
INSERT INTO "citation" VALUES(7,9,9,10,'open','printed identifier','');
INSERT INTO "citation" VALUES(8,10,9,8,'open','printed words','');
CREATE TABLE citekey (
	"key" VARCHAR NOT NULL, 
	work_id INTEGER, 
	current BOOLEAN NOT NULL, 
	given_at VARCHAR NOT NULL, 
	PRIMARY KEY ("key"), 
	FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE SET NULL
)
 WITHOUT ROWID

;
INSERT INTO "citekey" VALUES('anonnd',6,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-c3ecdb0131',8,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-doi10-1002-sim-1186',2,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-doi10-1016-s0140-6736-99-04149-5',5,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-doi10-1136-bmj-327-7414-557',10,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-doi10-1136-bmj-l4898',3,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-doi10-1136-bmj-n71',4,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('anonnd-doi10-1371-journal-pmed-1000097',7,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('healthcarendprofessionals',1,1,'2026-11-21T20:37:05+00:00');
INSERT INTO "citekey" VALUES('page2021prisma',9,1,'2026-11-21T20:37:05+00:00');
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
 WITHOUT ROWID

;
INSERT INTO "contributor" VALUES(9,'author',1,'Page','Matthew J','','','');
CREATE TABLE counter (
	name VARCHAR NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (name)
)
 WITHOUT ROWID

;
INSERT INTO "counter" VALUES('description',10);
INSERT INTO "counter" VALUES('reference',8);
INSERT INTO "counter" VALUES('run',1);
INSERT INTO "counter" VALUES('source',2);
INSERT INTO "counter" VALUES('work',10);
CREATE TABLE description (
	id INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	origin INTEGER NOT NULL, 
	content VARCHAR NOT NULL, 
	matched VARCHAR NOT NULL, 
	disputed VARCHAR NOT NULL, 
	work_id INTEGER NOT NULL, 
	answer_key VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(answer_key) REFERENCES answer ("key"), 
	FOREIGN KEY(work_id) REFERENCES work (id), 
	UNIQUE (digest)
);
INSERT INTO "description" VALUES(1,'0c249ec247453840c98015c19e18f119',40,'{"type": "webpage", "title": "For healthcare professionals only."}','[]','[]',1,NULL);
INSERT INTO "description" VALUES(2,'ad5a6359e80fc9aad08c1462d4ac730f',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1002/sim.1186"]}}','[]','[]',2,NULL);
INSERT INTO "description" VALUES(3,'df56248c75f9aa489d58c590faffb3ae',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1136/bmj.l4898"]}}','[]','[]',3,NULL);
INSERT INTO "description" VALUES(4,'ded0c41c1f0ef83d4f356ec360bdce9a',40,'{"type": "article-journal", "title": "PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews", "container_title": "BMJ", "container_title_short": "BMJ", "volume": "372", "page": "n160", "number": "n160", "abstract": "This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself.", "author": [{"family": "Page", "given": "Matthew J"}], "issued": "2021-03-29", "keywords": ["reporting guideline", "systematic review"], "authors_complete": false, "identifiers": {"doi": ["10.1136/bmj.n160"]}}','[]','[]',9,NULL);
INSERT INTO "description" VALUES(5,'04f1eec234ef2100aa111766d93d8100',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1136/bmj.n71"]}}','[]','[]',4,NULL);
INSERT INTO "description" VALUES(6,'2b30ae5aea9f5530be031ead98e6b2a3',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1371/journal.pmed.1000097"]}}','[]','[]',7,NULL);
INSERT INTO "description" VALUES(7,'15d3ce864713ed556d61ebb04abb694e',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1016/s0140-6736(99)04149-5"]}}','[]','[]',5,NULL);
INSERT INTO "description" VALUES(8,'298e630f94263f146111862ae7360a12',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1001/jama.283.15.2008"]}}','[]','[]',6,NULL);
INSERT INTO "description" VALUES(9,'feefc76a0868e96dcd2a6d613201f4ed',50,'{"type": "article-journal", "identifiers": {"doi": ["10.1136/bmj.327.7414.557"]}}','[]','[]',10,NULL);
INSERT INTO "description" VALUES(10,'5709e79757fbbe28b7dcf70a796b1e50',50,'{"type": "article-journal"}','[]','[]',8,NULL);
CREATE TABLE description_key (
	"key" VARCHAR NOT NULL, 
	description_id INTEGER NOT NULL, 
	PRIMARY KEY ("key", description_id), 
	FOREIGN KEY(description_id) REFERENCES description (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "description_key" VALUES('doi:10.1002/sim.1186',2);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.l4898',3);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.n160',4);
INSERT INTO "description_key" VALUES('text:3cbfc58ecbb06a425f5ea08d',4);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.n71',5);
INSERT INTO "description_key" VALUES('doi:10.1371/journal.pmed.1000097',6);
INSERT INTO "description_key" VALUES('doi:10.1016/s0140-6736(99)04149-5',7);
INSERT INTO "description_key" VALUES('doi:10.1001/jama.283.15.2008',8);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.327.7414.557',9);
CREATE TABLE identifier (
	scheme VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	work_id INTEGER NOT NULL, 
	PRIMARY KEY (scheme, value), 
	FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "identifier" VALUES('doi','10.1002/sim.1186',2);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.l4898',3);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.n71',4);
INSERT INTO "identifier" VALUES('doi','10.1016/s0140-6736(99)04149-5',5);
INSERT INTO "identifier" VALUES('doi','10.1001/jama.283.15.2008',6);
INSERT INTO "identifier" VALUES('doi','10.1371/journal.pmed.1000097',7);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.n160',9);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.327.7414.557',10);
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
 WITHOUT ROWID

;
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
 WITHOUT ROWID

;
INSERT INTO "problem" VALUES(2,1,'list-cut','the page shows 6 of 248 references',NULL,NULL);
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
INSERT INTO "reference" VALUES(1,1,1,1,'1','Guyatt GH, Oxman AD, Vist GE, et al. GRADE: an emerging consensus on rating quality of evidence and strength of recommendations. BMJ. 2008;336(7650):924-926. 2. Atkins D, Best D, Briss PA, et al. Grading quality of evidence and strength of recommendations. BMJ. 2004;328(7454):1490. 3. Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002;21(11):1539-1558. doi:10.1002/sim.1186. 4. Higgins JPT, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. BMJ. 2003;327(7414):557-560.','[]','[["doi:10.1002/sim.1186", "text", 742, 758]]',344,880,'',0.0);
INSERT INTO "reference" VALUES(2,1,2,2,'5','Sterne JAC, Savović J, Page MJ, et al. RoB 2: a revised tool for assessing risk of bias in randomised trials. BMJ. 2019;366:l4898. doi:10.1136/bmj.l4898. 6. Balshem H, Helfand M, Schünemann HJ, et al. GRADE guidelines: 3. Rating the quality of evidence. J Clin Epidemiol. 2011;64(4):401-406.','[]','[["doi:10.1136/bmj.l4898", "text", 1019, 1036]]',881,1175,'',0.0);
INSERT INTO "reference" VALUES(3,2,1,1,'1','Page M.J., McKenzie J.E., Bossuyt P.M., Boutron I., Hoffmann T.C., Mulrow C.D., et al. The PRISMA 2020 statement: an updated guideline for reporting systematic reviews. BMJ. 2021;372:n71. doi: 10.1136/bmj.n71. - DOI - PMC - PubMed','[]','[["doi:10.1136/bmj.n71", "text", 940, 955]]',744,977,'',0.0);
INSERT INTO "reference" VALUES(4,2,2,2,'1','Moher D., Liberati A., Tetzlaff J., Altman D.G. Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement. PLoS Med. 2009;6:e1000097. doi: 10.1371/journal.pmed.1000097. - DOI - PMC - PubMed','[]','[["doi:10.1371/journal.pmed.1000097", "text", 1155, 1183]]',982,1205,'',0.0);
INSERT INTO "reference" VALUES(5,2,3,3,'1','Moher D., Cook D.J., Eastwood S., Olkin I., Rennie D., Stroup D.F. Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement. Lancet. 1999;354:1896–1900. doi: 10.1016/S0140-6736(99)04149-5. - DOI - PubMed','[]','[["doi:10.1016/s0140-6736(99)04149-5", "text", 1418, 1447]]',1210,1463,'',0.0);
INSERT INTO "reference" VALUES(6,2,4,4,'1','Stroup D.F., Berlin J.A., Morton S.C., Olkin I., Williamson G.D., Rennie D., et al. Meta-analysis of observational studies in epidemiology: a proposal for reporting. JAMA. 2000;283:2008–2012. doi: 10.1001/jama.283.15.2008. - DOI - PubMed','[]','[["doi:10.1001/jama.283.15.2008", "text", 1668, 1692]]',1468,1708,'',0.0);
INSERT INTO "reference" VALUES(7,2,5,5,'1','Higgins J.P., Thompson S.G., Deeks J.J., Altman D.G. Measuring inconsistency in meta-analyses. BMJ. 2003;327:557–560. doi: 10.1136/bmj.327.7414.557. - DOI - PMC - PubMed','[]','[["doi:10.1136/bmj.327.7414.557", "text", 1839, 1863]]',1713,1885,'',0.0);
INSERT INTO "reference" VALUES(8,2,6,6,'','Show all 248 references','[]','[]',1887,1910,'',0.0);
CREATE TABLE run (
	id INTEGER NOT NULL, 
	command VARCHAR NOT NULL, 
	started_at VARCHAR NOT NULL, 
	finished_at VARCHAR, 
	summary VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "run" VALUES(1,'harvest','2026-11-21T20:37:03+00:00','2026-11-21T20:37:04+00:00','{"read": 2}');
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
	PRIMARY KEY (id), 
	FOREIGN KEY(description_id) REFERENCES description (id), 
	FOREIGN KEY(work_id) REFERENCES work (id), 
	UNIQUE (name, part)
);
INSERT INTO "source" VALUES(1,'pages/grade-company-page.txt',0,'208a329eeb291f82df03a4fb10600b0ea70cf119b41fd4d04ea20613d82f702b','text','For healthcare professionals only.',NULL,1,'2026-11-21T20:37:03+00:00',1,1);
INSERT INTO "source" VALUES(2,'pages/prisma-explanation.txt',0,'07bbb5b0bac8b00857d0aa6fa26251f438c3a91f085e92ee541e60d7ea9c49ad','pubmed-text','PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews',248,1,'2026-11-21T20:37:03+00:00',4,9);
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
	PRIMARY KEY (id)
);
INSERT INTO "work" VALUES(1,'webpage','For healthcare professionals only.',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(2,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(3,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(4,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(5,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(6,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(7,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(8,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(9,'article-journal','PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews',0,'2021-03-29','','BMJ','BMJ','372','','n160','n160','','','','','This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself.','["reporting guideline", "systematic review"]','','','','','','','','');
INSERT INTO "work" VALUES(10,'article-journal','',1,'','','','','','','','','','','','','','','','','','','','','','');
CREATE INDEX ix_citekey_work_id ON citekey (work_id);
CREATE INDEX ix_description_answer_key ON description (answer_key);
CREATE INDEX ix_description_work_id ON description (work_id);
CREATE INDEX ix_identifier_work_id ON identifier (work_id);
CREATE INDEX ix_description_key_description_id ON description_key (description_id);
CREATE INDEX ix_source_description_id ON source (description_id);
CREATE INDEX ix_source_digest ON source (digest);
CREATE INDEX ix_source_work_id ON source (work_id);
CREATE INDEX ix_reference_source ON reference (source_id, ordinal);
CREATE INDEX ix_citation_cited ON citation (cited_id, citing_id);
CREATE INDEX ix_citation_citing ON citation (citing_id, cited_id);
CREATE INDEX ix_citation_description_id ON citation (description_id);
CREATE INDEX ix_citation_verdict ON citation (verdict);
COMMIT;
