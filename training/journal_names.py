"""Names of journals that are no facts of a reference at hand: full names by `journals.txt`, and their abbreviations.

`journals.txt` has a line for each beginning, with the ends of the names behind bars. Abbreviations follow ISO 4 as the
NLM Catalog applies it: small words are left out, the others are cut as `CUTS` says, the longest beginning first.
"""

import re
from pathlib import Path

NAMES = Path(__file__).resolve().parent / "journals.txt"
_LEFT_OUT = """the of and for in on a an to with de la le les des du et d l y e em do da dos das del della der die und
für aus dem los las el di van voor den zur imeni en"""
_SMALL = frozenset(_LEFT_OUT.split())
CUTS = """
abnorm:abnorm academ:acad accid:accid acquired:acquir addict:addict administrat:adm adolescen:adolesc advance:adv
aesthetic:aesthet affective:affect african:afr ageing:ageing aging:aging agricult:agric allergy:allergy
alternative:altern ambulatory:ambul american:am anaesthe:anaesth anal:anal analy:anal anatom:anat andrology:androl
anesthe:anesth animal:anim annals:ann annual:annu anthropolog:anthropol antimicrobial:antimicrob appl:appl
aquatic:aquat archaeolog:archaeol archiv:arch arthroplasty:arthroplasty asian:asian associat:assoc astronom:astron
atmospher:atmos australasian:australas australian:aust autism:autism bacteriolog:bacteriol basic:basic behavio:behav
biochem:biochem biogeogr:biogeogr bioinformatics:bioinformatics biolog:biol biomaterials:biomater biomechanics:biomech
biomedic:biomed biophys:biophys biotechnolog:biotechnol board:board botan:bot brasileir:bras brazilian:braz
british:br bulletin:bull business:bus canadian:can cancer:cancer cardiolog:cardiol cardiovascular:cardiovasc
cellular:cell central:cent cerebr:cereb chemi:chem chest:chest child:child children:child chinese:chin
chromatogra:chromatogr chronic:chronic circulation:circ ciência:cienc clinic:clin clinics:clin cognitive:cogn
colege:coll college:coll communicat:commun community:community comparative:comp complement:complement
complementary:complement computat:comput computer:comput conservation:conserv consult:consult contemporary:contemp
controlled:control cosmet:cosmet counsel:couns cranio:cranio criminolog:criminol critical:crit culture:cult
current:curr dairy:dairy dental:dent dentistry:dent dermatolog:dermatol development:dev developmental:dev
diabetes:diabetes diagnos:diagn dialysis:dial dietetic:diet digestive:dig disability:disabil discovery:discov
disease:dis disorder:disord drug:drug dynamics:dyn ecolog:ecol econom:econ education:educ effects:eff
electr:electr emergency:emerg endocrin:endocrinol engineering:eng enterology:enterol entomolog:entomol
environment:environ environmental:environ epidemiolog:epidemiol ergonomics:ergon ethics:ethics ethnic:ethn
european:eur evaluation:eval evidence:evid evolution:evol evolutionary:evol exercise:exerc experimental:exp
expert:expert facial:facial family:fam fertility:fertil food:food foot:foot forensic:forensic forest:for
foundation:found frontiers:front function:funct gastroenterolog:gastroenterol gastrointestinal:gastrointest
general:gen genetic:genet genomic:genomics geograph:geogr geolog:geol geophysic:geophys geriatric:geriatr
gerontolog:gerontol global:glob gynaecolog:gynaecol gynecolog:gynecol haematolog:haematol haemostasis:haemost
health:health healthcare:healthc heart:heart hematolog:hematol hemostasis:hemost hepatolog:hepatol herpetolog:herpetol
histor:hist histochem:histochem hospital:hosp human:hum hygiene:hyg hypertens:hypertens imaging:imaging
immunity:immun immunolog:immunol immunotherapy:immunother implant:implants indian:indian industrial:ind
infection:infect infectious:infect inflammat:inflamm informat:inf injury:inj institut:inst integrative:integr
intensive:intensive internal:intern international:int internet:internet interventional:interv
intervention:interv investigati:invest israel:isr issues:issues italian:ital japanese:jpn journal:j kidney:kidney
korean:korean laborator:lab language:lang laparo:laparo laryngolog:laryngol law:law learning:learn letters:lett
leukemia:leuk library:libr lipid:lipid liver:liver lymphoma:lymphoma magazine:mag magnetic:magn management:manag
marine:mar market:mark material:mater maternal:matern mathematic:math maxillofacial:maxillofac mechanical:mech
mechanism:mech medic:med membrane:membr mental:ment metabolic:metab metabolism:metab method:methods
microbiolog:microbiol microscop:microsc midwifery:midwifery mineral:miner modern:mod molecular:mol monitoring:monit
monograph:monogr morpholog:morphol movement:mov muscle:muscle museum:mus musculoskeletal:musculoskelet
mutation:mutat national:natl natural:nat naturalist:nat nephrolog:nephrol nervous:nerv neural:neural
neurobiolog:neurobiol neurochem:neurochem neuroimmunol:neuroimmunol neurolog:neurol neuropatholog:neuropathol
neurophysiolog:neurophysiol neuropsychiatr:neuropsychiatr neuropsycholog:neuropsychol neurorehabilit:neurorehabil
neuroscience:neurosci neurosurg:neurosurg nuclear:nucl nurse:nurse nursing:nurs nutrition:nutr obesity:obes
obstetric:obstet occupational:occup oncolog:oncol ophthalmolog:ophthalmol opinion:opin optical:opt optometry:optom
oral:oral organic:org organization:organ orthodon:orthod orthopaed:orthop orthoped:orthop osteopor:osteoporos
otolaryngolog:otolaryngol otolog:otol outcomes:outcomes oxford:oxf paediatric:paediatr palliative:palliat
parasitolog:parasitol patholog:pathol patient:patient pediatric:pediatr peptide:pept perinat:perinat
periodont:periodontol personality:pers personal:pers perspective:perspect pharmaceutical:pharm
pharmacokinetic:pharmacokinet pharmacolog:pharmacol pharmacotherapy:pharmacother pharmacy:pharm philosoph:philos
photobiology:photobiol physical:phys physician:physicians physics:phys physiolog:physiol physiotherap:physiother
plastic:plast polic:policy politic:polit population:popul postgraduate:postgrad practice:pract preventi:prev
primary:prim problem:probl proceedings:proc product:prod program:programs progress:prog prosthet:prosthet
protein:protein psychiatr:psychiatr psycholog:psychol psychopharmacolog:psychopharmacol psychosom:psychosom
psychotherap:psychother public:public pulmonary:pulm quality:qual quantitative:quant quarterly:q radiation:radiat
radiolog:radiol reconstructive:reconstr regulat:regul rehabilitation:rehabil reproducti:reprod research:res
resource:resour respiratory:respir review:rev revista:rev revue:rev rheumati:rheum rheumatolog:rheumatol
rhinolog:rhinol risk:risk royal:r saúde:saude scandinavi:scand science:sci scientific:sci scientist:sci
section:sect security:secur seminar:semin series:ser service:serv sexual:sex societ:soc social:soc sociolog:sociol
software:softw soil:soil south:s species:species spectroscop:spectrosc speech:speech sport:sports standard:stand
statistic:stat stroke:stroke structur:struct studies:stud study:stud surg:surg surgery:surg surgical:surg
survey:surv system:syst systematic:syst taxonom:taxon teaching:teach techni:tech technolog:technol
theoretical:theor theory:theory therap:ther thoracic:thorac thrombosis:thromb tissue:tissue topic:top
toxicolog:toxicol traditional:tradit transaction:trans transfusion:transfus translational:transl
transplantation:transplant trauma:trauma treatment:treat trend:trends tropical:trop tuberculosis:tuberc
ultrasound:ultrasound united:united universi:univ urban:urban urolog:urol vaccine:vaccine vascular:vasc
vertebrate:vertebr veterinar:vet virolog:virol vision:vis vitaminology:vitaminol vocational:vocat water:water
wildlife:wildl women:womens world:world zeitschrift:z zoolog:zool medizin:med wochenschrift:wochenschr
forschung:forsch médic:med médecine:med brasileira:bras española:esp sociedade:soc associação:assoc pública:publica
epidemiologia:epidemiol enfermagem:enferm psicologia:psicol psicología:psicol investigación:invest
"""
"""How words are cut: the beginning of a word, and what its abbreviation is; facts of the list of title word
abbreviations (ISSN International Centre)."""
_BY_BEGINNING = dict(pair.split(":") for pair in CUTS.split())
_SHORTEST, _LONGEST = 3, 18


def _cut(word: str) -> str:
    """A word's abbreviation; the word where it has none."""
    low = word.lower().strip("',.:")
    for length in range(min(len(low), _LONGEST), _SHORTEST - 1, -1):
        if short := _BY_BEGINNING.get(low[:length]):
            return short.capitalize()
    return word


def abbreviated(name: str) -> str:
    """A name's abbreviation without stops: `J Clin Nutr`. A name of one word has none."""
    words = [word for word in re.split(r"[\s,:]+|-(?=[A-Z])", name) if word]
    kept = [word for word in words if word.lower() not in _SMALL]
    if len(kept) < 2:
        return name
    return " ".join(map(_cut, kept))


def full_names() -> list[str]:
    """All full names of `journals.txt`."""
    names = []
    for line in NAMES.read_text("utf-8").splitlines():
        beginning, *ends = (part.strip() for part in line.split("|"))
        names += [beginning + ("" if beginning.endswith("-") else " ") + end for end in ends] or [beginning]
    return names


def all_names() -> list[str]:
    """Names and abbreviations, with "and" and with "&"."""
    names = full_names()
    short = [abbreviated(name) for name in names]
    return list(dict.fromkeys([*names, *short, *(name.replace(" and ", " ") for name in names)]))
