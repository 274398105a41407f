BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
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
INSERT INTO "citation" VALUES(1,2,7,5,'open','printed words','');
INSERT INTO "citation" VALUES(2,3,7,2,'open','printed words','');
INSERT INTO "citation" VALUES(3,4,7,4,'open','printed identifier','');
INSERT INTO "citation" VALUES(4,5,7,1,'open','printed words','');
INSERT INTO "citation" VALUES(5,6,7,3,'open','printed identifier','');
INSERT INTO "citation" VALUES(6,7,7,6,'open','printed words','');
INSERT INTO "citation" VALUES(7,9,11,10,'open','printed identifier','');
INSERT INTO "citation" VALUES(8,10,11,12,'open','printed identifier','');
INSERT INTO "citation" VALUES(9,11,11,8,'open','printed identifier','');
INSERT INTO "citation" VALUES(10,12,11,9,'open','printed identifier','');
INSERT INTO "citation" VALUES(11,13,11,1,'open','printed identifier','');
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
INSERT INTO "citekey" VALUES('atkins2004grading',2,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('balshem2011grade',6,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('guyatt2008grade',5,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('higgins2002quantifying',4,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('higgins2003measuring',1,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('moher1999improving',8,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('moher2009preferred',12,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('page2021prisma',11,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('page2021prismastatement',10,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('sterne2019rob',3,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('stroup2000meta',9,1,'2026-11-25T22:24:23+00:00');
INSERT INTO "citekey" VALUES('surendrating',7,1,'2026-11-25T22:24:23+00:00');
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
INSERT INTO "contributor" VALUES(1,'author',1,'Higgins','JPT','','','');
INSERT INTO "contributor" VALUES(1,'author',2,'Thompson','SG','','','');
INSERT INTO "contributor" VALUES(1,'author',3,'Deeks','JJ','','','');
INSERT INTO "contributor" VALUES(1,'author',4,'Altman','DG','','','');
INSERT INTO "contributor" VALUES(2,'author',1,'Atkins','D','','','');
INSERT INTO "contributor" VALUES(2,'author',2,'Best','D','','','');
INSERT INTO "contributor" VALUES(2,'author',3,'Briss','PA','','','');
INSERT INTO "contributor" VALUES(3,'author',1,'Sterne','JAC','','','');
INSERT INTO "contributor" VALUES(3,'author',2,'Savović','J','','','');
INSERT INTO "contributor" VALUES(3,'author',3,'Page','MJ','','','');
INSERT INTO "contributor" VALUES(4,'author',1,'Higgins','JPT','','','');
INSERT INTO "contributor" VALUES(4,'author',2,'Thompson','SG','','','');
INSERT INTO "contributor" VALUES(5,'author',1,'Guyatt','GH','','','');
INSERT INTO "contributor" VALUES(5,'author',2,'Oxman','AD','','','');
INSERT INTO "contributor" VALUES(5,'author',3,'Vist','GE','','','');
INSERT INTO "contributor" VALUES(6,'author',1,'Balshem','H','','','');
INSERT INTO "contributor" VALUES(6,'author',2,'Helfand','M','','','');
INSERT INTO "contributor" VALUES(6,'author',3,'Schünemann','HJ','','','');
INSERT INTO "contributor" VALUES(8,'author',1,'Moher','D.','','','');
INSERT INTO "contributor" VALUES(8,'author',2,'Cook','D.J.','','','');
INSERT INTO "contributor" VALUES(8,'author',3,'Eastwood','S.','','','');
INSERT INTO "contributor" VALUES(8,'author',4,'Olkin','I.','','','');
INSERT INTO "contributor" VALUES(8,'author',5,'Rennie','D.','','','');
INSERT INTO "contributor" VALUES(8,'author',6,'Stroup','D.F.','','','');
INSERT INTO "contributor" VALUES(9,'author',1,'Stroup','D.F.','','','');
INSERT INTO "contributor" VALUES(9,'author',2,'Berlin','J.A.','','','');
INSERT INTO "contributor" VALUES(9,'author',3,'Morton','S.C.','','','');
INSERT INTO "contributor" VALUES(9,'author',4,'Olkin','I.','','','');
INSERT INTO "contributor" VALUES(9,'author',5,'Williamson','G.D.','','','');
INSERT INTO "contributor" VALUES(9,'author',6,'Rennie','D.','','','');
INSERT INTO "contributor" VALUES(10,'author',1,'Page','M.J.','','','');
INSERT INTO "contributor" VALUES(10,'author',2,'McKenzie','J.E.','','','');
INSERT INTO "contributor" VALUES(10,'author',3,'Bossuyt','P.M.','','','');
INSERT INTO "contributor" VALUES(10,'author',4,'Boutron','I.','','','');
INSERT INTO "contributor" VALUES(10,'author',5,'Hoffmann','T.C.','','','');
INSERT INTO "contributor" VALUES(10,'author',6,'Mulrow','C.D.','','','');
INSERT INTO "contributor" VALUES(11,'author',1,'Page','Matthew J','','','');
INSERT INTO "contributor" VALUES(12,'author',1,'Moher','D.','','','');
INSERT INTO "contributor" VALUES(12,'author',2,'Liberati','A.','','','');
INSERT INTO "contributor" VALUES(12,'author',3,'Tetzlaff','J.','','','');
INSERT INTO "contributor" VALUES(12,'author',4,'Altman','D.G.','','','');
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
INSERT INTO "counter" VALUES('description',13);
INSERT INTO "counter" VALUES('reference',11);
INSERT INTO "counter" VALUES('run',1);
INSERT INTO "counter" VALUES('source',2);
INSERT INTO "counter" VALUES('work',12);
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
INSERT INTO "description" VALUES(1,'fa3bf9ae6c1b51e3bc52f9f622bd4e8c',40,'{"type": "webpage", "title": "How sure are we? Rating the evidence behind a recommendation"}','[]','[]',7,NULL,0);
INSERT INTO "description" VALUES(2,'8dd1994b1fbca180e4859786d8eb359f',50,'{"type": "article-journal", "title": "GRADE: an emerging consensus on rating quality of evidence and strength of recommendations", "container_title": "BMJ", "volume": "336", "issue": "7650", "page": "924-926", "author": [{"family": "Guyatt", "given": "GH"}, {"family": "Oxman", "given": "AD"}, {"family": "Vist", "given": "GE"}], "issued": "2008", "authors_complete": false}','[]','[]',5,NULL,0);
INSERT INTO "description" VALUES(3,'12b3bcf630546b583fdf0d972c757910',50,'{"type": "article-journal", "title": "Grading quality of evidence and strength of recommendations", "container_title": "BMJ", "volume": "328", "issue": "7454", "page": "1490", "author": [{"family": "Atkins", "given": "D"}, {"family": "Best", "given": "D"}, {"family": "Briss", "given": "PA"}], "issued": "2004", "authors_complete": false}','[]','[]',2,NULL,0);
INSERT INTO "description" VALUES(4,'534c8f6bf6aa5dffd5146292a21d6c41',50,'{"type": "article-journal", "title": "Quantifying heterogeneity in a meta-analysis", "container_title": "Stat Med", "volume": "21", "issue": "11", "page": "1539-1558", "author": [{"family": "Higgins", "given": "JPT"}, {"family": "Thompson", "given": "SG"}], "issued": "2002", "authors_complete": true, "identifiers": {"doi": ["10.1002/sim.1186"]}}','[]','[]',4,NULL,0);
INSERT INTO "description" VALUES(5,'0971b7b85af8f409091ca515d7148cb9',50,'{"type": "article-journal", "title": "Measuring inconsistency in meta-analyses", "container_title": "BMJ", "volume": "327", "issue": "7414", "page": "557-560", "author": [{"family": "Higgins", "given": "JPT"}, {"family": "Thompson", "given": "SG"}, {"family": "Deeks", "given": "JJ"}, {"family": "Altman", "given": "DG"}], "issued": "2003", "authors_complete": true}','[]','[]',1,NULL,0);
INSERT INTO "description" VALUES(6,'45988e46feb9de606e8066a6d995dc63',50,'{"type": "article-journal", "title": "RoB 2: a revised tool for assessing risk of bias in randomised trials", "container_title": "BMJ", "volume": "366", "page": "l4898", "number": "l4898", "author": [{"family": "Sterne", "given": "JAC"}, {"family": "Savović", "given": "J"}, {"family": "Page", "given": "MJ"}], "issued": "2019", "authors_complete": false, "identifiers": {"doi": ["10.1136/bmj.l4898"]}}','[]','[]',3,NULL,0);
INSERT INTO "description" VALUES(7,'d2497a11ae6dbeb211c2318e6b432bc3',50,'{"type": "article-journal", "title": "GRADE guidelines: 3. Rating the quality of evidence", "container_title": "J Clin Epidemiol", "volume": "64", "issue": "4", "page": "401-406", "author": [{"family": "Balshem", "given": "H"}, {"family": "Helfand", "given": "M"}, {"family": "Schünemann", "given": "HJ"}], "issued": "2011", "authors_complete": false}','[]','[]',6,NULL,0);
INSERT INTO "description" VALUES(8,'ded0c41c1f0ef83d4f356ec360bdce9a',40,'{"type": "article-journal", "title": "PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews", "container_title": "BMJ", "container_title_short": "BMJ", "volume": "372", "page": "n160", "number": "n160", "abstract": "This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself.", "author": [{"family": "Page", "given": "Matthew J"}], "issued": "2021-03-29", "keywords": ["reporting guideline", "systematic review"], "authors_complete": false, "identifiers": {"doi": ["10.1136/bmj.n160"]}}','[]','[]',11,NULL,0);
INSERT INTO "description" VALUES(9,'8b345d978efd670b5ffa17bb78b2c26d',50,'{"type": "article-journal", "title": "The PRISMA 2020 statement: an updated guideline for reporting systematic reviews", "container_title": "BMJ", "volume": "372", "page": "n71", "number": "n71", "author": [{"family": "Page", "given": "M.J."}, {"family": "McKenzie", "given": "J.E."}, {"family": "Bossuyt", "given": "P.M."}, {"family": "Boutron", "given": "I."}, {"family": "Hoffmann", "given": "T.C."}, {"family": "Mulrow", "given": "C.D."}], "issued": "2021", "authors_complete": false, "identifiers": {"doi": ["10.1136/bmj.n71"]}}','[]','[]',10,NULL,0);
INSERT INTO "description" VALUES(10,'f58727e433c14e7385bf22b9ac8002a4',50,'{"type": "article-journal", "title": "Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement", "container_title": "PLoS Med", "volume": "6", "page": "e1000097", "number": "e1000097", "author": [{"family": "Moher", "given": "D."}, {"family": "Liberati", "given": "A."}, {"family": "Tetzlaff", "given": "J."}, {"family": "Altman", "given": "D.G."}], "issued": "2009", "authors_complete": true, "identifiers": {"doi": ["10.1371/journal.pmed.1000097"]}}','[]','[]',12,NULL,0);
INSERT INTO "description" VALUES(11,'00d4aaf617229a6c8c5170b7c82e4666',50,'{"type": "article-journal", "title": "Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement", "container_title": "Lancet", "volume": "354", "page": "1896-1900", "author": [{"family": "Moher", "given": "D."}, {"family": "Cook", "given": "D.J."}, {"family": "Eastwood", "given": "S."}, {"family": "Olkin", "given": "I."}, {"family": "Rennie", "given": "D."}, {"family": "Stroup", "given": "D.F."}], "issued": "1999", "authors_complete": true, "identifiers": {"doi": ["10.1016/s0140-6736(99)04149-5"]}}','[]','[]',8,NULL,0);
INSERT INTO "description" VALUES(12,'4bfa75d4e37144cf793d26b998aa75d3',50,'{"type": "article-journal", "title": "Meta-analysis of observational studies in epidemiology: a proposal for reporting", "container_title": "JAMA", "volume": "283", "page": "2008-2012", "author": [{"family": "Stroup", "given": "D.F."}, {"family": "Berlin", "given": "J.A."}, {"family": "Morton", "given": "S.C."}, {"family": "Olkin", "given": "I."}, {"family": "Williamson", "given": "G.D."}, {"family": "Rennie", "given": "D."}], "issued": "2000", "authors_complete": false, "identifiers": {"doi": ["10.1001/jama.283.15.2008"]}}','[]','[]',9,NULL,0);
INSERT INTO "description" VALUES(13,'24243035110311e14b5fa3389961187c',50,'{"type": "article-journal", "title": "Measuring inconsistency in meta-analyses", "container_title": "BMJ", "volume": "327", "page": "557-560", "author": [{"family": "Higgins", "given": "J.P."}, {"family": "Thompson", "given": "S.G."}, {"family": "Deeks", "given": "J.J."}, {"family": "Altman", "given": "D.G."}], "issued": "2003", "authors_complete": true, "identifiers": {"doi": ["10.1136/bmj.327.7414.557"]}}','[]','[]',1,NULL,0);
CREATE TABLE description_key (
	"key" VARCHAR NOT NULL, 
	description_id INTEGER NOT NULL, 
	PRIMARY KEY ("key", description_id), 
	FOREIGN KEY(description_id) REFERENCES description (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "description_key" VALUES('text:p:346872dba5d8a1ddb6978a13',2);
INSERT INTO "description_key" VALUES('text:t:149d1cb1f93f90448787c354',2);
INSERT INTO "description_key" VALUES('text:p:f1654785ba9b9f3f4409013e',3);
INSERT INTO "description_key" VALUES('text:t:f694f37bf7764fd2d11398b2',3);
INSERT INTO "description_key" VALUES('doi:10.1002/sim.1186',4);
INSERT INTO "description_key" VALUES('text:p:96bd19d850c728091026bc0b',4);
INSERT INTO "description_key" VALUES('text:t:842a275d974ae18897034cb0',4);
INSERT INTO "description_key" VALUES('text:p:28b5b0c9e5cba52f6e0c4f87',5);
INSERT INTO "description_key" VALUES('text:t:8e50f6bd476d10f2b815ead6',5);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.l4898',6);
INSERT INTO "description_key" VALUES('text:p:cdb940691c88cee4a07d5b15',6);
INSERT INTO "description_key" VALUES('text:t:e6eb2ce433c3a6face4a1157',6);
INSERT INTO "description_key" VALUES('text:p:40cea45da2dbc29da7f2b5ef',7);
INSERT INTO "description_key" VALUES('text:t:7228f00b01971900a6d5a889',7);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.n160',8);
INSERT INTO "description_key" VALUES('text:a:d85d7dda9a1bf99310ab81c2',8);
INSERT INTO "description_key" VALUES('text:p:ffc4d7c42b08021e5e8be9f3',8);
INSERT INTO "description_key" VALUES('text:t:fdee21708a8e427492b014f1',8);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.n71',9);
INSERT INTO "description_key" VALUES('text:p:c6c67e8334fec6516785e621',9);
INSERT INTO "description_key" VALUES('text:t:f95c7e78d67a174955063ae6',9);
INSERT INTO "description_key" VALUES('doi:10.1371/journal.pmed.1000097',10);
INSERT INTO "description_key" VALUES('text:p:0c389e8ae736be535b69ce46',10);
INSERT INTO "description_key" VALUES('text:t:25149fbda5c3ebda24df0c75',10);
INSERT INTO "description_key" VALUES('doi:10.1016/s0140-6736(99)04149-5',11);
INSERT INTO "description_key" VALUES('text:p:b5e457067dfc1a8be7cbc772',11);
INSERT INTO "description_key" VALUES('text:t:973a9dd3a4c16918670db23b',11);
INSERT INTO "description_key" VALUES('doi:10.1001/jama.283.15.2008',12);
INSERT INTO "description_key" VALUES('text:p:dda4786686c2fb868eb01605',12);
INSERT INTO "description_key" VALUES('text:t:7560a691ed32515ab659e109',12);
INSERT INTO "description_key" VALUES('doi:10.1136/bmj.327.7414.557',13);
INSERT INTO "description_key" VALUES('text:p:28b5b0c9e5cba52f6e0c4f87',13);
INSERT INTO "description_key" VALUES('text:t:8e50f6bd476d10f2b815ead6',13);
CREATE TABLE identifier (
	scheme VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	work_id INTEGER NOT NULL, 
	PRIMARY KEY (scheme, value), 
	FOREIGN KEY(work_id) REFERENCES work (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.327.7414.557',1);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.l4898',3);
INSERT INTO "identifier" VALUES('doi','10.1002/sim.1186',4);
INSERT INTO "identifier" VALUES('doi','10.1016/s0140-6736(99)04149-5',8);
INSERT INTO "identifier" VALUES('doi','10.1001/jama.283.15.2008',9);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.n71',10);
INSERT INTO "identifier" VALUES('doi','10.1136/bmj.n160',11);
INSERT INTO "identifier" VALUES('doi','10.1371/journal.pmed.1000097',12);
CREATE TABLE mark (
	digest VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	decision_id INTEGER NOT NULL, 
	PRIMARY KEY (digest, "key"), 
	FOREIGN KEY(decision_id) REFERENCES decision (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
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
INSERT INTO "merge" VALUES(1,1,'["0971b7b85af8f409091ca515d7148cb9"]','["24243035110311e14b5fa3389961187c"]','[]',0);
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
INSERT INTO "reference" VALUES(1,1,1,1,'1','Guyatt GH, Oxman AD, Vist GE, et al. GRADE: an emerging consensus on rating quality of evidence and strength of recommendations. BMJ. 2008;336(7650):924-926.','[]','[]',347,505,'924-926',0.9995);
INSERT INTO "reference" VALUES(2,1,2,2,'2','Atkins D, Best D, Briss PA, et al. Grading quality of evidence and strength of recommendations. BMJ. 2004;328(7454):1490.','[]','[]',508,630,'1490',0.9994);
INSERT INTO "reference" VALUES(3,1,3,3,'3','Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med. 2002;21(11):1539-1558. doi:10.1002/sim.1186.','[]','[["doi:10.1002/sim.1186", "label", 742, 758]]',633,760,'1539-1558',0.9998);
INSERT INTO "reference" VALUES(4,1,4,4,'4','Higgins JPT, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. BMJ. 2003;327(7414):557-560.','[]','[]',763,880,'557-560',0.9987);
INSERT INTO "reference" VALUES(5,1,5,5,'5','Sterne JAC, Savović J, Page MJ, et al. RoB 2: a revised tool for assessing risk of bias in randomised trials. BMJ. 2019;366:l4898. doi:10.1136/bmj.l4898.','[]','[["doi:10.1136/bmj.l4898", "label", 1019, 1036]]',884,1038,'l4898',0.9503);
INSERT INTO "reference" VALUES(6,1,6,6,'6','Balshem H, Helfand M, Schünemann HJ, et al. GRADE guidelines: 3. Rating the quality of evidence. J Clin Epidemiol. 2011;64(4):401-406.','[]','[]',1041,1175,'401-406',0.9992);
INSERT INTO "reference" VALUES(7,2,1,1,'1','Page M.J., McKenzie J.E., Bossuyt P.M., Boutron I., Hoffmann T.C., Mulrow C.D., et al. The PRISMA 2020 statement: an updated guideline for reporting systematic reviews. BMJ. 2021;372:n71. doi: 10.1136/bmj.n71.','["DOI", "PMC", "PubMed"]','[["doi:10.1136/bmj.n71", "label", 940, 955]]',744,956,'n71',0.9899);
INSERT INTO "reference" VALUES(8,2,2,2,'1','Moher D., Liberati A., Tetzlaff J., Altman D.G. Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement. PLoS Med. 2009;6:e1000097. doi: 10.1371/journal.pmed.1000097.','["DOI", "PMC", "PubMed"]','[["doi:10.1371/journal.pmed.1000097", "label", 1155, 1183]]',982,1184,'e1000097',0.9999);
INSERT INTO "reference" VALUES(9,2,3,3,'1','Moher D., Cook D.J., Eastwood S., Olkin I., Rennie D., Stroup D.F. Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement. Lancet. 1999;354:1896–1900. doi: 10.1016/S0140-6736(99)04149-5.','["DOI", "PubMed"]','[["doi:10.1016/s0140-6736(99)04149-5", "label", 1418, 1447]]',1210,1448,'1896–1900',0.9998);
INSERT INTO "reference" VALUES(10,2,4,4,'1','Stroup D.F., Berlin J.A., Morton S.C., Olkin I., Williamson G.D., Rennie D., et al. Meta-analysis of observational studies in epidemiology: a proposal for reporting. JAMA. 2000;283:2008–2012. doi: 10.1001/jama.283.15.2008.','["DOI", "PubMed"]','[["doi:10.1001/jama.283.15.2008", "label", 1668, 1692]]',1468,1693,'2008–2012',0.9999);
INSERT INTO "reference" VALUES(11,2,5,5,'1','Higgins J.P., Thompson S.G., Deeks J.J., Altman D.G. Measuring inconsistency in meta-analyses. BMJ. 2003;327:557–560. doi: 10.1136/bmj.327.7414.557.','["DOI", "PMC", "PubMed"]','[["doi:10.1136/bmj.327.7414.557", "label", 1839, 1863]]',1713,1864,'557–560',0.9996);
CREATE TABLE run (
	id INTEGER NOT NULL, 
	command VARCHAR NOT NULL, 
	started_at VARCHAR NOT NULL, 
	finished_at VARCHAR, 
	summary VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "run" VALUES(1,'harvest','2026-11-25T22:23:34+00:00','2026-11-25T22:23:34+00:00','{"read": 2}');
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
	work_id INTEGER, verdict VARCHAR DEFAULT 'open' NOT NULL, method VARCHAR DEFAULT '' NOT NULL, evidence VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(description_id) REFERENCES description (id), 
	FOREIGN KEY(work_id) REFERENCES work (id), 
	UNIQUE (name, part)
);
INSERT INTO "source" VALUES(1,'pages/grade-company-page.txt',0,'208a329eeb291f82df03a4fb10600b0ea70cf119b41fd4d04ea20613d82f702b','text','How sure are we? Rating the evidence behind a recommendation',NULL,1,'2026-11-25T22:23:34+00:00',1,7,'open','','');
INSERT INTO "source" VALUES(2,'pages/prisma-explanation.txt',0,'07bbb5b0bac8b00857d0aa6fa26251f438c3a91f085e92ee541e60d7ea9c49ad','pubmed-text','PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews',248,1,'2026-11-25T22:23:34+00:00',8,11,'open','','');
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
INSERT INTO "work" VALUES(1,'article-journal','Measuring inconsistency in meta-analyses',1,'2003','','BMJ','','327','7414','557-560','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(2,'article-journal','Grading quality of evidence and strength of recommendations',0,'2004','','BMJ','','328','7454','1490','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(3,'article-journal','RoB 2: a revised tool for assessing risk of bias in randomised trials',0,'2019','','BMJ','','366','','l4898','l4898','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(4,'article-journal','Quantifying heterogeneity in a meta-analysis',1,'2002','','Stat Med','','21','11','1539-1558','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(5,'article-journal','GRADE: an emerging consensus on rating quality of evidence and strength of recommendations',0,'2008','','BMJ','','336','7650','924-926','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(6,'article-journal','GRADE guidelines: 3. Rating the quality of evidence',0,'2011','','J Clin Epidemiol','','64','4','401-406','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(7,'webpage','How sure are we? Rating the evidence behind a recommendation',1,'','','','','','','','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(8,'article-journal','Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement',1,'1999','','Lancet','','354','','1896-1900','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(9,'article-journal','Meta-analysis of observational studies in epidemiology: a proposal for reporting',0,'2000','','JAMA','','283','','2008-2012','','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(10,'article-journal','The PRISMA 2020 statement: an updated guideline for reporting systematic reviews',0,'2021','','BMJ','','372','','n71','n71','','','','','','','','','','','','','','');
INSERT INTO "work" VALUES(11,'article-journal','PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews',0,'2021-03-29','','BMJ','BMJ','372','','n160','n160','','','','','This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself.','["reporting guideline", "systematic review"]','','','','','','','','');
INSERT INTO "work" VALUES(12,'article-journal','Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement',1,'2009','','PLoS Med','','6','','e1000097','e1000097','','','','','','','','','','','','','','');
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
CREATE VIRTUAL TABLE work_search USING fts5(title, author, journal, other, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (1, 'Measuring inconsistency in meta-analyses', ' Higgins JPT   Thompson SG   Deeks JJ   Altman DG ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (2, 'Grading quality of evidence and strength of recommendations', ' Atkins D   Best D   Briss PA ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (3, 'RoB 2: a revised tool for assessing risk of bias in randomised trials', ' Sterne JAC   Savović J   Page MJ ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (4, 'Quantifying heterogeneity in a meta-analysis', ' Higgins JPT   Thompson SG ', 'Stat Med ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (5, 'GRADE: an emerging consensus on rating quality of evidence and strength of recommendations', ' Guyatt GH   Oxman AD   Vist GE ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (6, 'GRADE guidelines: 3. Rating the quality of evidence', ' Balshem H   Helfand M   Schünemann HJ ', 'J Clin Epidemiol ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (7, 'How sure are we? Rating the evidence behind a recommendation', '', ' ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (8, 'Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement', ' Moher D.   Cook D.J.   Eastwood S.   Olkin I.   Rennie D.   Stroup D.F. ', 'Lancet ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (9, 'Meta-analysis of observational studies in epidemiology: a proposal for reporting', ' Stroup D.F.   Berlin J.A.   Morton S.C.   Olkin I.   Williamson G.D.   Rennie D. ', 'JAMA ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (10, 'The PRISMA 2020 statement: an updated guideline for reporting systematic reviews', ' Page M.J.   McKenzie J.E.   Bossuyt P.M.   Boutron I.   Hoffmann T.C.   Mulrow C.D. ', 'BMJ ', '   ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (11, 'PRISMA 2020 explanation and elaboration: updated guidance and exemplars for reporting systematic reviews', ' Page Matthew J ', 'BMJ BMJ', 'This sample text stands where the page of PubMed shows the abstract. It was written for Harvester and says nothing of the article itself. reporting guideline systematic review  ');
INSERT INTO work_search (rowid, title, author, journal, other) VALUES (12, 'Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement', ' Moher D.   Liberati A.   Tetzlaff J.   Altman D.G. ', 'PLoS Med ', '   ');
COMMIT;
