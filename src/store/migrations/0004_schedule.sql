-- What the schedule keeps beside its sessions: the plan and the sheets of an issue, who was told, tours, rules of the schedule.

-- The sessions of an issue as it froze them, as JSON.
CREATE TABLE edition (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    publication INTEGER NOT NULL REFERENCES publication (id),
    sessions TEXT NOT NULL CONSTRAINT sessions CHECK (json_valid(sessions))
) STRICT;
CREATE UNIQUE INDEX edition_publication ON edition (publication);

-- Issued sheets; their pages stand in `kept_file`.
CREATE TABLE kept_sheet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    publication INTEGER REFERENCES publication (id),
    document TEXT NOT NULL CONSTRAINT document CHECK (document GLOB 'D[0-9][0-9]'),
    period_from TEXT NOT NULL CONSTRAINT period_from CHECK (length(period_from) = 10),
    period_to TEXT NOT NULL CONSTRAINT period_to CHECK (length(period_to) = 10),
    version INTEGER NOT NULL CONSTRAINT version CHECK (version >= 0),
    kept_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK (length(digest) = 64),
    pages INTEGER NOT NULL CONSTRAINT pages CHECK (pages >= 1),
    CONSTRAINT period CHECK (period_to >= period_from)
) STRICT;
CREATE INDEX kept_sheet_publication ON kept_sheet (publication) WHERE publication IS NOT NULL;

-- Files by their digest. They are only ever added: a step that is taken back leaves its file, and doing it again finds
-- it. Outside the journal on purpose, which would keep every page three times.
CREATE TABLE kept_file (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    publication INTEGER NOT NULL REFERENCES publication (id),
    person INTEGER REFERENCES person (id),
    audience TEXT NOT NULL CONSTRAINT audience CHECK (trim(audience) <> ''),
    told_at TEXT,
    way TEXT NOT NULL
) STRICT;
CREATE INDEX notice_publication ON notice (publication);
CREATE INDEX notice_person ON notice (person) WHERE person IS NOT NULL;

CREATE TABLE tour (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    relation INTEGER REFERENCES relation (id),
    from_on TEXT NOT NULL CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT NOT NULL CONSTRAINT to_on CHECK (length(to_on) = 10),
    slot TEXT CONSTRAINT slot CHECK (slot IN ('am', 'pm', 'night')),
    inst INTEGER NOT NULL REFERENCES institution (id),
    village TEXT NOT NULL,
    leader INTEGER REFERENCES person (id),
    leader_name TEXT NOT NULL,
    crew TEXT NOT NULL,
    headcount INTEGER CONSTRAINT headcount CHECK (headcount >= 1),
    content TEXT NOT NULL,
    car TEXT NOT NULL,
    contact TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN ('planned', 'done', 'cancelled', 'moved')),
    seen INTEGER CONSTRAINT seen CHECK (seen >= 0),
    consultations INTEGER CONSTRAINT consultations CHECK (consultations >= 0),
    rounds INTEGER CONSTRAINT rounds CHECK (rounds >= 0),
    discussions INTEGER CONSTRAINT discussions CHECK (discussions >= 0),
    lectures INTEGER CONSTRAINT lectures CHECK (lectures >= 0),
    trainees INTEGER CONSTRAINT trainees CHECK (trainees >= 0),
    given TEXT NOT NULL,
    given_fen INTEGER CONSTRAINT given_fen CHECK (given_fen >= 0),
    problems TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX tour_from_on ON tour (from_on);
CREATE INDEX tour_inst ON tour (inst);
CREATE INDEX tour_leader ON tour (leader) WHERE leader IS NOT NULL;
CREATE INDEX tour_relation ON tour (relation) WHERE relation IS NOT NULL;

CREATE TABLE tour_member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tour INTEGER NOT NULL REFERENCES tour (id),
    person INTEGER REFERENCES person (id),
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    specialty TEXT NOT NULL,
    is_present INTEGER CONSTRAINT is_present CHECK (is_present IN (0, 1))
) STRICT;
CREATE INDEX tour_member_tour ON tour_member (tour);
CREATE INDEX tour_member_person ON tour_member (person) WHERE person IS NOT NULL;

-- The terms are those of the program: a list here would have to be made anew for each of them.
CREATE TABLE rota_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    term TEXT NOT NULL CONSTRAINT term CHECK (term <> ''),
    relation INTEGER REFERENCES relation (id),
    inst_kind TEXT CONSTRAINT inst_kind CHECK (inst_kind IN (
        'supporter', 'recipient', 'branch', 'township', 'community', 'village', 'ambulance_station',
        'authority', 'county', 'other')),
    inst INTEGER REFERENCES institution (id),
    dept INTEGER REFERENCES department (id),
    person INTEGER REFERENCES person (id),
    activity INTEGER REFERENCES activity (id),
    min_rank INTEGER CONSTRAINT min_rank CHECK (min_rank BETWEEN 1 AND 5),
    window TEXT NOT NULL CONSTRAINT window CHECK (window IN (
        'half_day', 'day', 'week', 'month', 'quarter', 'stint')),
    at_least INTEGER CONSTRAINT at_least CHECK (at_least >= 0),
    at_most INTEGER CONSTRAINT at_most CHECK (at_most >= 0),
    force TEXT NOT NULL CONSTRAINT force CHECK (force IN ('hard', 'price')),
    price INTEGER NOT NULL CONSTRAINT price CHECK (price >= 0),
    severity TEXT NOT NULL CONSTRAINT severity CHECK (severity IN ('hint', 'warning', 'failure')),
    is_on INTEGER NOT NULL CONSTRAINT is_on CHECK (is_on IN (0, 1)),
    basis TEXT NOT NULL,
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    CONSTRAINT at_most CHECK (at_most >= at_least),
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX rota_rule_relation ON rota_rule (relation) WHERE relation IS NOT NULL;
CREATE INDEX rota_rule_inst ON rota_rule (inst) WHERE inst IS NOT NULL;
CREATE INDEX rota_rule_dept ON rota_rule (dept) WHERE dept IS NOT NULL;
CREATE INDEX rota_rule_person ON rota_rule (person) WHERE person IS NOT NULL;
CREATE INDEX rota_rule_activity ON rota_rule (activity) WHERE activity IS NOT NULL;
