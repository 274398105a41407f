BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
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
	reason VARCHAR NOT NULL, stage INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (reference_id, description_id), 
	FOREIGN KEY(cited_id) REFERENCES work (id), 
	FOREIGN KEY(citing_id) REFERENCES work (id), 
	FOREIGN KEY(description_id) REFERENCES description (id), 
	FOREIGN KEY(reference_id) REFERENCES reference (id) ON DELETE CASCADE
);
INSERT INTO "citation" VALUES(1,2,4,3,'open','printed identifier','',0);
INSERT INTO "citation" VALUES(2,3,4,2,'confirmed','a person','["work_of_its_own"]',4);
INSERT INTO "citation" VALUES(3,4,4,1,'open','printed identifier','',0);
INSERT INTO "citation" VALUES(4,5,4,5,'open','printed identifier','',0);
INSERT INTO "citation" VALUES(5,7,9,8,'rejected','a person','["none_of_the_candidates"]',4);
INSERT INTO "citation" VALUES(6,8,9,3,'open','printed identifier','',0);
INSERT INTO "citation" VALUES(7,9,9,6,'open','printed identifier','',0);
INSERT INTO "citation" VALUES(8,10,9,7,'open','printed identifier','',0);
INSERT INTO "citation" VALUES(9,11,9,5,'open','printed identifier','',0);
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
INSERT INTO "citekey" VALUES('dersimonian1986meta',1,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('egger1997bias',2,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('higgins2003measuring',5,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('moher1999improving',6,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('moher2009preferred',3,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('page2021prisma',9,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('page2021prismastatement',8,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('shea2017amstar',4,1,'2026-12-01T07:27:45+00:00');
INSERT INTO "citekey" VALUES('stroup2000meta',7,1,'2026-12-01T07:27:45+00:00');
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
INSERT INTO "contributor" VALUES(1,'author',1,'DerSimonian','R','','','');
INSERT INTO "contributor" VALUES(1,'author',2,'Laird','N','','','');
INSERT INTO "contributor" VALUES(2,'author',1,'Egger','M','','','');
INSERT INTO "contributor" VALUES(2,'author',2,'Davey Smith','G','','','');
INSERT INTO "contributor" VALUES(2,'author',3,'Schneider','M','','','');
INSERT INTO "contributor" VALUES(2,'author',4,'Minder','C','','','');
INSERT INTO "contributor" VALUES(3,'author',1,'Moher','D','','','');
INSERT INTO "contributor" VALUES(3,'author',2,'Liberati','A','','','');
INSERT INTO "contributor" VALUES(3,'author',3,'Tetzlaff','J','','','');
INSERT INTO "contributor" VALUES(3,'author',4,'Altman','DG','','','');
INSERT INTO "contributor" VALUES(4,'author',1,'Shea','Beverley J','','','');
INSERT INTO "contributor" VALUES(4,'author',2,'Reeves','Barnaby C','','','');
INSERT INTO "contributor" VALUES(4,'author',3,'Wells','George','','','');
INSERT INTO "contributor" VALUES(4,'author',4,'Thuku','Micere','','','');
INSERT INTO "contributor" VALUES(4,'author',5,'Hamel','Candyce','','','');
INSERT INTO "contributor" VALUES(4,'author',6,'Moran','Julian','','','');
INSERT INTO "contributor" VALUES(4,'author',7,'Moher','David','','','');
INSERT INTO "contributor" VALUES(4,'author',8,'Tugwell','Peter','','','');
INSERT INTO "contributor" VALUES(4,'author',9,'Welch','Vivian','','','');
INSERT INTO "contributor" VALUES(4,'author',10,'Kristjansson','Elizabeth','','','');
INSERT INTO "contributor" VALUES(4,'author',11,'Henry','David A','','','');
INSERT INTO "contributor" VALUES(5,'author',1,'Higgins','J.P.','','','');
INSERT INTO "contributor" VALUES(5,'author',2,'Thompson','S.G.','','','');
INSERT INTO "contributor" VALUES(5,'author',3,'Deeks','J.J.','','','');
INSERT INTO "contributor" VALUES(5,'author',4,'Altman','D.G.','','','');
INSERT INTO "contributor" VALUES(6,'author',1,'Moher','D.','','','');
INSERT INTO "contributor" VALUES(6,'author',2,'Cook','D.J.','','','');
INSERT INTO "contributor" VALUES(6,'author',3,'Eastwood','S.','','','');
INSERT INTO "contributor" VALUES(6,'author',4,'Olkin','I.','','','');
INSERT INTO "contributor" VALUES(6,'author',5,'Rennie','D.','','','');
INSERT INTO "contributor" VALUES(6,'author',6,'Stroup','D.F.','','','');
INSERT INTO "contributor" VALUES(7,'author',1,'Stroup','D.F.','','','');
INSERT INTO "contributor" VALUES(7,'author',2,'Berlin','J.A.','','','');
INSERT INTO "contributor" VALUES(7,'author',3,'Morton','S.C.','','','');
INSERT INTO "contributor" VALUES(7,'author',4,'Olkin','I.','','','');
INSERT INTO "contributor" VALUES(7,'author',5,'Williamson','G.D.','','','');
INSERT INTO "contributor" VALUES(7,'author',6,'Rennie','D.','','','');
INSERT INTO "contributor" VALUES(8,'author',1,'Page','M.J.','','','');
INSERT INTO "contributor" VALUES(8,'author',2,'McKenzie','J.E.','','','');
INSERT INTO "contributor" VALUES(8,'author',3,'Bossuyt','P.M.','','','');
INSERT INTO "contributor" VALUES(8,'author',4,'Boutron','I.','','','');
INSERT INTO "contributor" VALUES(8,'author',5,'Hoffmann','T.C.','','','');
INSERT INTO "contributor" VALUES(8,'author',6,'Mulrow','C.D.','','','');
INSERT INTO "contributor" VALUES(9,'author',1,'Page','Matthew J','','','');
CREATE TABLE correction (
	work_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	target VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	PRIMARY KEY (work_id, position), 
	FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE counter (
	name VARCHAR NOT NULL, 
	last INTEGER NOT NULL, 
	PRIMARY KEY (name)
)
 WITHOUT ROWID

;
INSERT INTO "counter" VALUES('decision',3);
INSERT INTO "counter" VALUES('description',12);
INSERT INTO "counter" VALUES('reference',9);
INSERT INTO "counter" VALUES('run',1);
INSERT INTO "counter" VALUES('source',2);
INSERT INTO "counter" VALUES('work',9);
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
INSERT INTO "decision" VALUES(1,'reject','8b345d978efd670b5ffa17bb78b2c26d','rejected','{"state": ["rejected", "a person", 4, "[\"none_of_the_candidates\"]"], "before": ["open", "printed identifier", 0, ""]}','2026-12-01T07:27:49+00:00',NULL);
INSERT INTO "decision" VALUES(2,'new','7a0d35db8be0badfa3e5a49fc81be095','confirmed','{"state": ["confirmed", "a person", 4, "[\"work_of_its_own\"]"], "before": ["open", "printed identifier", 0, ""]}','2026-12-01T07:27:51+00:00',NULL);
INSERT INTO "decision" VALUES(3,'edit','82ebde86155b0a9e7bf2d93349443193','','{"said": "volume=358", "word": "44fdf67076de9ffde45cf203d4314d61"}','2026-12-01T07:27:53+00:00',NULL);
CREATE TABLE description (
	id INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	origin INTEGER NOT NULL, 
	content VARCHAR NOT NULL, 
	matched VARCHAR NOT NULL, 
	disputed VARCHAR NOT NULL, 
	work_id INTEGER NOT NULL, 
	answer_key VARCHAR, torn BOOLEAN DEFAULT 0 NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(answer_key) REFERENCES answer ("key"), 
	FOREIGN KEY(work_id) REFERENCES work (id), 
	UNIQUE (digest)
);
INSERT INTO "description" VALUES(1,'82ebde86155b0a9e7bf2d93349443193',40,'{"type": "article-journal", "title": "AMSTAR 2: a critical appraisal tool for systematic reviews that include randomised or non-randomised studies of healthcare interventions, or both", "container_title": "BMJ", "volume": "358", "page": "j4008", "number": "j4008", "author": [{"family": "Shea", "given": "Beverley J"}, {"family": "Reeves", "given": "Barnaby C"}, {"family": "Wells", "given": "George"}, {"family": "Thuku", "given": "Micere"}, {"family": "Hamel", "given": "Candyce"}, {"family": "Moran", "given": "Julian"}, {"family": "Moher", "given": "David"}, {"family": "Tugwell", "given": "Peter"}, {"family": "Welch", "given": "Vivian"}, {"family": "Kristjansson", "given": "Elizabeth"}, {"family": "Henry", "given": "David A"}], "issued": "2017-09-21", "authors_complete": true, "identifiers": {"doi": ["10.1136/bmj.j4008"], "pmid": ["28935701"]}}','[]','[]',4,NULL,0);
INSERT INTO "description" VALUES(2,'7cc2de77c2f65576cce16345e8fbcef2',50,'{"type": "article-journal", "title": "Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement", "container_title": "PLoS Med", "volume": "6", "page": "e1000097", "number": "e1000097", "author": [{"family": "Moher", "given": "D"}, {"family": "Liberati", "given": "A"}, {"family": "Tetzlaff", "given": "J"}, {"family": "Altman", "given": "DG"}], "issued": "2009", "authors_complete": true, "identifiers": {"doi": ["10.1371/journal.pmed.1000097"], "pmid": ["19621072"]}}','[]','[]',3,NULL,0);
INSERT INTO "description" VALUES(3,'7a0d35db8be0badfa3e5a49fc81be095',50,'{"type": "article-journal", "title": "Bias in meta-analysis detected by a simple, graphical test", "container_title": "BMJ", "volume": "315", "page": "629-634", "author": [{"family": "Egger", "given": "M"}, {"family": "Davey Smith", "given": "G"}, {"family": "Schneider", "given": "M"}, {"family": "Minder", "given": "C"}], "issued": "1997", "authors_complete": true, "identifiers": {"doi": ["10.1136/bmj.315.7109.629"], "pmid": ["9310563"]}}','[]','[]',2,NULL,0);
INSERT INTO "description" VALUES(4,'5782a9bb882280da2f5880919f0cd84d',50,'{"type": "article-journal", "title": "Meta-analysis in clinical trials", "container_title": "Control Clin Trials", "volume": "7", "page": "177-188", "author": [{"family": "DerSimonian", "given": "R"}, {"family": "Laird", "given": "N"}], "issued": "1986", "authors_complete": true, "identifiers": {"doi": ["10.1016/0197-2456(86)90046-2"], "pmid": ["3802833"]}}','[]','[]',1,NULL,0);
INSERT INTO "description" VALUES(5,'b86cd6afc7c7f425af3ce84668b4fbe6',50,'{"type": "article-journal", "title": "Measuring inconsistency in meta-analyses", "container_title": "BMJ", "volume": "327", "page": "557-560", "author": [{"family": "Higgins", "given": "JPT"}, {"family": "Thompson", "given": "SG"}, {"family": "Deeks", "given": "JJ"}, {"family": "Altman", "given": "DG"}], "issued": "2003", "authors_complete": true, "identifiers": {"doi": ["10.1136/bmj.327.7414.557"], "pmid": ["12958120"]}}','[]','[]',5,NULL,0);
INSERT INTO "description" VALUES(6,'ded0c41c1f0ef83d4f356ec360bdce9a',40,'{"type": "article-journal", "title": "PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews", "container_title": "BMJ", "container_title_short": "BMJ", "volume": "372", "page": "n160", "number": "n160", "abstract": "This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself.", "author": [{"family": "Page", "given": "Matthew J"}], "issued": "2021-03-29", "keywords": ["reporting guideline", "systematic review"], "authors_complete": false, "identifiers": {"doi": ["10.1136/bmj.n160"]}}','[]','[]',9,NULL,0);
INSERT INTO "description" VALUES(7,'8b345d978efd670b5ffa17bb78b2c26d',50,'{"type": "article-journal", "title": "The PRISMA 2020 statement: an updated guideline for reporting systematic reviews", "container_title": "BMJ", "volume": "372", "page": "n71", "number": "n71", "author": [{"family": "Page", "given": "M.J."}, {"family": "McKenzie", "given": "J.E."}, {"family": "Bossuyt", "given": "P.M."}, {"family": "Boutron", "given": "I."}, {"family": "Hoffmann", "given": "T.C."}, {"family": "Mulrow", "given": "C.D."}], "issued": "2021", "authors_complete": false, "identifiers": {"doi": ["10.1136/bmj.n71"]}}','[]','[]',8,NULL,0);
INSERT INTO "description" VALUES(8,'f58727e433c14e7385bf22b9ac8002a4',50,'{"type": "article-journal", "title": "Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement", "container_title": "PLoS Med", "volume": "6", "page": "e1000097", "number": "e1000097", "author": [{"family": "Moher", "given": "D."}, {"family": "Liberati", "given": "A."}, {"family": "Tetzlaff", "given": "J."}, {"family": "Altman", "given": "D.G."}], "issued": "2009", "authors_complete": true, "identifiers": {"doi": ["10.1371/journal.pmed.1000097"]}}','[]','[]',3,NULL,0);
INSERT INTO "description" VALUES(9,'00d4aaf617229a6c8c5170b7c82e4666',50,'{"type": "article-journal", "title": "Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement", "container_title": "Lancet", "volume": "354", "page": "1896-1900", "author": [{"family": "Moher", "given": "D."}, {"family": "Cook", "given": "D.J."}, {"family": "Eastwood", "given": "S."}, {"family": "Olkin", "given": "I."}, {"family": "Rennie", "given": "D."}, {"family": "Stroup", "given": "D.F."}], "issued": "1999", "authors_complete": true, "identifiers": {"doi": ["10.1016/s0140-6736(99)04149-5"]}}','[]','[]',6,NULL,0);
INSERT INTO "description" VALUES(10,'4bfa75d4e37144cf793d26b998aa75d3',50,'{"type": "article-journal", "title": "Meta-analysis of observational studies in epidemiology: a proposal for reporting", "container_title": "JAMA", "volume": "283", "page": "2008-2012", "author": [{"family": "Stroup", "given": "D.F."}, {"family": "Berlin", "given": "J.A."}, {"family": "Morton", "given": "S.C."}, {"family": "Olkin", "given": "I."}, {"family": "Williamson", "given": "G.D."}, {"family": "Rennie", "given": "D."}], "issued": "2000", "authors_complete": false, "identifiers": {"doi": ["10.1001/jama.283.15.2008"]}}','[]','[]',7,NULL,0);
INSERT INTO "description" VALUES(11,'24243035110311e14b5fa3389961187c',50,'{"type": "article-journal", "title": "Measuring inconsistency in meta-analyses", "container_title": "BMJ", "volume": "327", "page": "557-560", "author": [{"family": "Higgins", "given": "J.P."}, {"family": "Thompson", "given": "S.G."}, {"family": "Deeks", "given": "J.J."}, {"family": "Altman", "given": "D.G."}], "issued": "2003", "authors_complete": true, "identifiers": {"doi": ["10.1136/bmj.327.7414.557"]}}','[]','[]',5,NULL,0);
INSERT INTO "description" VALUES(12,'44fdf67076de9ffde45cf203d4314d61',0,'{"volume": "358"}','["doi:10.1136/bmj.j4008", "pmid:28935701"]','[]',4,NULL,0);
CREATE TABLE description_key (
	"key" VARCHAR NOT NULL, 
	description_id INTEGER NOT NULL, 
	PRIMARY KEY ("key", description_id), 
	FOREIGN KEY(description_id) REFERENCES description (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.j4008',1);
INSERT INTO "description_key" VALUES('pmid:28935701',1);
INSERT INTO "description_key" VALUES('same:3',1);
INSERT INTO "description_key" VALUES('text:p:86ffa8af6ae00a0eac041a18',1);
INSERT INTO "description_key" VALUES('text:t:85a2e669fbb990191b341006',1);
INSERT INTO "description_key" VALUES('doi:10.1371/journal.pmed.1000097',2);
INSERT INTO "description_key" VALUES('pmid:19621072',2);
INSERT INTO "description_key" VALUES('text:p:0c389e8ae736be535b69ce46',2);
INSERT INTO "description_key" VALUES('text:t:25149fbda5c3ebda24df0c75',2);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.315.7109.629',3);
INSERT INTO "description_key" VALUES('pmid:9310563',3);
INSERT INTO "description_key" VALUES('text:p:034bd585ab6446862d551e59',3);
INSERT INTO "description_key" VALUES('text:t:1eb388c6bf7fb13be9b588ff',3);
INSERT INTO "description_key" VALUES('doi:10.1016/0197-2456(86)90046-2',4);
INSERT INTO "description_key" VALUES('pmid:3802833',4);
INSERT INTO "description_key" VALUES('text:p:0407d30894a539cf34e341c8',4);
INSERT INTO "description_key" VALUES('text:t:71cb5ffe77ef3e6ef1b5936e',4);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.327.7414.557',5);
INSERT INTO "description_key" VALUES('pmid:12958120',5);
INSERT INTO "description_key" VALUES('text:p:28b5b0c9e5cba52f6e0c4f87',5);
INSERT INTO "description_key" VALUES('text:t:8e50f6bd476d10f2b815ead6',5);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.n160',6);
INSERT INTO "description_key" VALUES('text:a:d85d7dda9a1bf99310ab81c2',6);
INSERT INTO "description_key" VALUES('text:p:ffc4d7c42b08021e5e8be9f3',6);
INSERT INTO "description_key" VALUES('text:t:fdee21708a8e427492b014f1',6);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.n71',7);
INSERT INTO "description_key" VALUES('text:p:c6c67e8334fec6516785e621',7);
INSERT INTO "description_key" VALUES('text:t:f95c7e78d67a174955063ae6',7);
INSERT INTO "description_key" VALUES('doi:10.1371/journal.pmed.1000097',8);
INSERT INTO "description_key" VALUES('text:p:0c389e8ae736be535b69ce46',8);
INSERT INTO "description_key" VALUES('text:t:25149fbda5c3ebda24df0c75',8);
INSERT INTO "description_key" VALUES('doi:10.1016/s0140-6736(99)04149-5',9);
INSERT INTO "description_key" VALUES('text:p:b5e457067dfc1a8be7cbc772',9);
INSERT INTO "description_key" VALUES('text:t:973a9dd3a4c16918670db23b',9);
INSERT INTO "description_key" VALUES('doi:10.1001/jama.283.15.2008',10);
INSERT INTO "description_key" VALUES('text:p:dda4786686c2fb868eb01605',10);
INSERT INTO "description_key" VALUES('text:t:7560a691ed32515ab659e109',10);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.327.7414.557',11);
INSERT INTO "description_key" VALUES('text:p:28b5b0c9e5cba52f6e0c4f87',11);
INSERT INTO "description_key" VALUES('text:t:8e50f6bd476d10f2b815ead6',11);
INSERT INTO "description_key" VALUES('same:3',12);
CREATE TABLE identifier (
	scheme VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	work_id INTEGER NOT NULL, 
	PRIMARY KEY (scheme, value), 
	FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "identifier" VALUES('doi','10.1016/0197-2456(86)90046-2',1);
INSERT INTO "identifier" VALUES('pmid','3802833',1);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.315.7109.629',2);
INSERT INTO "identifier" VALUES('pmid','9310563',2);
INSERT INTO "identifier" VALUES('doi','10.1371/journal.pmed.1000097',3);
INSERT INTO "identifier" VALUES('pmid','19621072',3);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.j4008',4);
INSERT INTO "identifier" VALUES('pmid','28935701',4);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.327.7414.557',5);
INSERT INTO "identifier" VALUES('pmid','12958120',5);
INSERT INTO "identifier" VALUES('doi','10.1016/s0140-6736(99)04149-5',6);
INSERT INTO "identifier" VALUES('doi','10.1001/jama.283.15.2008',7);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.n71',8);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.n160',9);
CREATE TABLE mark (
	digest VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	decision_id INTEGER NOT NULL, 
	PRIMARY KEY (digest, "key"), 
	FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "mark" VALUES('82ebde86155b0a9e7bf2d93349443193','same:3',3);
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
INSERT INTO "merge" VALUES(1,5,'["b86cd6afc7c7f425af3ce84668b4fbe6"]','["24243035110311e14b5fa3389961187c"]','[]',0);
INSERT INTO "merge" VALUES(2,3,'["7cc2de77c2f65576cce16345e8fbcef2"]','["f58727e433c14e7385bf22b9ac8002a4"]','[]',0);
CREATE TABLE place (
	source_id INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	PRIMARY KEY (source_id, field), 
	FOREIGN KEY(source_id) REFERENCES source (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "place" VALUES(1,'author',289,901);
INSERT INTO "place" VALUES(1,'container_title',902,952);
INSERT INTO "place" VALUES(1,'doi:10.1136/bmj.j4008',1107,1161);
INSERT INTO "place" VALUES(1,'issued',953,1013);
INSERT INTO "place" VALUES(1,'number',1058,1106);
INSERT INTO "place" VALUES(1,'page',1058,1106);
INSERT INTO "place" VALUES(1,'pmid:28935701',1162,1208);
INSERT INTO "place" VALUES(1,'title',104,288);
INSERT INTO "place" VALUES(1,'volume',1014,1057);
INSERT INTO "place" VALUES(2,'abstract',426,562);
INSERT INTO "place" VALUES(2,'author',386,400);
INSERT INTO "place" VALUES(2,'container_title',408,411);
INSERT INTO "place" VALUES(2,'container_title_short',408,411);
INSERT INTO "place" VALUES(2,'doi:10.1136/bmj.n160',134,150);
INSERT INTO "place" VALUES(2,'issued',107,127);
INSERT INTO "place" VALUES(2,'keywords',575,613);
INSERT INTO "place" VALUES(2,'number',107,127);
INSERT INTO "place" VALUES(2,'page',107,127);
INSERT INTO "place" VALUES(2,'title',153,257);
INSERT INTO "place" VALUES(2,'volume',107,127);
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
INSERT INTO "problem" VALUES(2,1,'list-cut','the page shows 5 of 248 references',NULL,NULL);
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
INSERT INTO "reference" VALUES(1,1,1,1,'1','Moher D, Liberati A, Tetzlaff J, Altman DG. Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement. PLoS Med 2009;6:e1000097. doi:10.1371/journal.pmed.1000097','["PubMed"]','[["doi:10.1371/journal.pmed.1000097", "link", 1618, 1959], ["pmid:19621072", "link", 1618, 1959]]',1618,1959,'e1000097',0.9999);
INSERT INTO "reference" VALUES(2,1,2,2,'2','Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, graphical test. BMJ 1997;315:629-34.','["CrossRef", "PubMed"]','[["doi:10.1136/bmj.315.7109.629", "link", 1960, 2240], ["pmid:9310563", "link", 1960, 2240]]',1960,2240,'629-34',0.9996);
INSERT INTO "reference" VALUES(3,1,3,3,'3','DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986;7:177-88.','["CrossRef", "PubMed"]','[["doi:10.1016/0197-2456(86)90046-2", "link", 2241, 2490], ["pmid:3802833", "link", 2241, 2490]]',2241,2490,'177-88',0.9995);
INSERT INTO "reference" VALUES(4,1,4,4,'4','Higgins JPT, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. BMJ 2003;327:557-60.','["CrossRef", "PubMed"]','[["doi:10.1136/bmj.327.7414.557", "link", 2491, 2754], ["pmid:12958120", "link", 2491, 2754]]',2491,2754,'557-60',0.9999);
INSERT INTO "reference" VALUES(5,2,1,1,'1','Page M.J., McKenzie J.E., Bossuyt P.M., Boutron I., Hoffmann T.C., Mulrow C.D., et al. The PRISMA 2020 statement: an updated guideline for reporting systematic reviews. BMJ. 2021;372:n71. doi: 10.1136/bmj.n71.','["DOI", "PMC", "PubMed"]','[["doi:10.1136/bmj.n71", "label", 940, 955]]',744,956,'n71',0.9899);
INSERT INTO "reference" VALUES(6,2,2,2,'1','Moher D., Liberati A., Tetzlaff J., Altman D.G. Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement. PLoS Med. 2009;6:e1000097. doi: 10.1371/journal.pmed.1000097.','["DOI", "PMC", "PubMed"]','[["doi:10.1371/journal.pmed.1000097", "label", 1155, 1183]]',982,1184,'e1000097',0.9999);
INSERT INTO "reference" VALUES(7,2,3,3,'1','Moher D., Cook D.J., Eastwood S., Olkin I., Rennie D., Stroup D.F. Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement. Lancet. 1999;354:1896–1900. doi: 10.1016/S0140-6736(99)04149-5.','["DOI", "PubMed"]','[["doi:10.1016/s0140-6736(99)04149-5", "label", 1418, 1447]]',1210,1448,'1896–1900',0.9998);
INSERT INTO "reference" VALUES(8,2,4,4,'1','Stroup D.F., Berlin J.A., Morton S.C., Olkin I., Williamson G.D., Rennie D., et al. Meta-analysis of observational studies in epidemiology: a proposal for reporting. JAMA. 2000;283:2008–2012. doi: 10.1001/jama.283.15.2008.','["DOI", "PubMed"]','[["doi:10.1001/jama.283.15.2008", "label", 1668, 1692]]',1468,1693,'2008–2012',0.9999);
INSERT INTO "reference" VALUES(9,2,5,5,'1','Higgins J.P., Thompson S.G., Deeks J.J., Altman D.G. Measuring inconsistency in meta-analyses. BMJ. 2003;327:557–560. doi: 10.1136/bmj.327.7414.557.','["DOI", "PMC", "PubMed"]','[["doi:10.1136/bmj.327.7414.557", "label", 1839, 1863]]',1713,1864,'557–560',0.9996);
CREATE TABLE run (
	id INTEGER NOT NULL, 
	command VARCHAR NOT NULL, 
	started_at VARCHAR NOT NULL, 
	finished_at VARCHAR, 
	summary VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "run" VALUES(1,'harvest','2026-12-01T07:27:42+00:00','2026-12-01T07:27:43+00:00','{"read": 2}');
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
	work_id INTEGER, verdict VARCHAR DEFAULT 'open' NOT NULL, method VARCHAR DEFAULT '' NOT NULL, reason VARCHAR DEFAULT '' NOT NULL, stage INTEGER DEFAULT '0' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(description_id) REFERENCES description (id), 
	FOREIGN KEY(work_id) REFERENCES work (id), 
	UNIQUE (name, part)
);
INSERT INTO "source" VALUES(1,'pages/amstar2.html',0,'fa3590f098bcf533827c5b4d71df4813f9b8e79ee6676013c228ab0b28b7732a','html','AMSTAR 2: a critical appraisal tool for systematic reviews that include randomised or non-randomised studies of healthcare interventions, or both',NULL,3,'2026-12-01T07:27:42+00:00',1,4,'open','','',0);
INSERT INTO "source" VALUES(2,'pages/prisma-explanation.txt',0,'07bbb5b0bac8b00857d0aa6fa26251f438c3a91f085e92ee541e60d7ea9c49ad','pubmed-text','PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews',248,3,'2026-12-01T07:27:42+00:00',6,9,'open','','',0);
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
INSERT INTO "work" VALUES(1,'article-journal','Meta-analysis in clinical trials',1,'1986','','Control Clin Trials','','7','','177-188','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(2,'article-journal','Bias in meta-analysis detected by a simple, graphical test',1,'1997','','BMJ','','315','','629-634','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(3,'article-journal','Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement',1,'2009','','PLoS Med','','6','','e1000097','e1000097','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(4,'article-journal','AMSTAR 2: a critical appraisal tool for systematic reviews that include randomised or non-randomised studies of healthcare interventions, or both',1,'2017-09-21','','BMJ','','358','','j4008','j4008','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(5,'article-journal','Measuring inconsistency in meta-analyses',1,'2003','','BMJ','','327','','557-560','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(6,'article-journal','Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement',1,'1999','','Lancet','','354','','1896-1900','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(7,'article-journal','Meta-analysis of observational studies in epidemiology: a proposal for reporting',0,'2000','','JAMA','','283','','2008-2012','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(8,'article-journal','The PRISMA 2020 statement: an updated guideline for reporting systematic reviews',0,'2021','','BMJ','','372','','n71','n71','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(9,'article-journal','PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews',0,'2021-03-29','','BMJ','BMJ','372','','n160','n160','','','','','This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself.','["reporting guideline", "systematic review"]','','','','','','','','');
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
CREATE INDEX ix_decision_digest ON decision (digest);
CREATE INDEX ix_mark_decision_id ON mark (decision_id);
CREATE INDEX ix_merge_work_id ON merge (work_id);
CREATE INDEX ix_correction_target ON correction (target);
CREATE INDEX ix_description_torn ON description (id) WHERE torn = 1;
CREATE VIRTUAL TABLE work_search USING fts5(title, author, journal, other, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (1, 'Meta-analysis in clinical trials', ' DerSimonian R   Laird N ', 'Control Clin Trials ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (2, 'Bias in meta-analysis detected by a simple, graphical test', ' Egger M   Davey Smith G   Schneider M   Minder C ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (3, 'Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement', ' Moher D   Liberati A   Tetzlaff J   Altman DG ', 'PLoS Med ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (4, 'AMSTAR 2: a critical appraisal tool for systematic reviews that include randomised or non-randomised studies of healthcare interventions, or both', ' Shea Beverley J   Reeves Barnaby C   Wells George   Thuku Micere   Hamel Candyce   Moran Julian   Moher David   Tugwell Peter   Welch Vivian   Kristjansson Elizabeth   Henry David A ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (5, 'Measuring inconsistency in meta-analyses', ' Higgins J.P.   Thompson S.G.   Deeks J.J.   Altman D.G. ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (6, 'Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement', ' Moher D.   Cook D.J.   Eastwood S.   Olkin I.   Rennie D.   Stroup D.F. ', 'Lancet ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (7, 'Meta-analysis of observational studies in epidemiology: a proposal for reporting', ' Stroup D.F.   Berlin J.A.   Morton S.C.   Olkin I.   Williamson G.D.   Rennie D. ', 'JAMA ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (8, 'The PRISMA 2020 statement: an updated guideline for reporting systematic reviews', ' Page M.J.   McKenzie J.E.   Bossuyt P.M.   Boutron I.   Hoffmann T.C.   Mulrow C.D. ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (9, 'PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews', ' Page Matthew J ', 'BMJ BMJ', 'This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself. reporting guideline systematic review  ');
COMMIT;
