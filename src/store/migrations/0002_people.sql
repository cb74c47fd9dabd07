-- Pairs, what they did, and what surrounds the experts; thresholds as data. As in the first schema columns stand in
-- the order of the fields of their record, a CHECK is named after the field that it refuses, `period` says that
-- something would end before it starts. That the same pair does not overlap is judged when a step ends.

CREATE TABLE pairing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentor INTEGER NOT NULL REFERENCES person (id),
    mentor_stint INTEGER REFERENCES stint (id),
    apprentice INTEGER NOT NULL REFERENCES person (id) CONSTRAINT apprentice CHECK (apprentice <> mentor),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('one_to_one', 'one_to_many', 'apprenticeship', 'team')),
    from_on TEXT NOT NULL CONSTRAINT from_on CHECK (length(from_on) = 10),
    from_prec TEXT NOT NULL CONSTRAINT from_prec CHECK (from_prec IN ('day', 'month', 'year')),
    plan_to_on TEXT CONSTRAINT plan_to_on CHECK (length(plan_to_on) = 10),
    plan_to_prec TEXT NOT NULL CONSTRAINT plan_to_prec CHECK (plan_to_prec IN ('day', 'month', 'year')),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    to_prec TEXT NOT NULL CONSTRAINT to_prec CHECK (to_prec IN ('day', 'month', 'year')),
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN (
        'proposed', 'signed', 'active', 'finished', 'stopped', 'replaced')),
    mode TEXT NOT NULL CONSTRAINT mode CHECK (mode IN ('on_site', 'remote')),
    agreement_no TEXT NOT NULL,
    signed_on TEXT CONSTRAINT signed_on CHECK (length(signed_on) = 10),
    host_dept INTEGER REFERENCES department (id),
    previous INTEGER REFERENCES pairing (id) CONSTRAINT previous CHECK (previous <> id),
    weakness TEXT NOT NULL,
    end_cause TEXT NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (from_prec, plan_to_prec) THEN substr(plan_to_on, 1, 4) >= substr(from_on, 1, 4)
             WHEN 'month' IN (from_prec, plan_to_prec) THEN substr(plan_to_on, 1, 7) >= substr(from_on, 1, 7)
             ELSE plan_to_on >= from_on END),
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (from_prec, to_prec) THEN substr(to_on, 1, 4) >= substr(from_on, 1, 4)
             WHEN 'month' IN (from_prec, to_prec) THEN substr(to_on, 1, 7) >= substr(from_on, 1, 7)
             ELSE to_on >= from_on END)
) STRICT;
CREATE INDEX pairing_mentor ON pairing (mentor);
CREATE INDEX pairing_mentor_stint ON pairing (mentor_stint) WHERE mentor_stint IS NOT NULL;
CREATE INDEX pairing_apprentice ON pairing (apprentice);
CREATE INDEX pairing_previous ON pairing (previous) WHERE previous IS NOT NULL;

CREATE TABLE pairing_goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pairing INTEGER NOT NULL REFERENCES pairing (id),
    item TEXT NOT NULL,
    standard TEXT NOT NULL,
    unit TEXT NOT NULL,
    target INTEGER CONSTRAINT target CHECK (target >= 0),
    done INTEGER CONSTRAINT done CHECK (done >= 0),
    due_on TEXT CONSTRAINT due_on CHECK (length(due_on) = 10),
    done_on TEXT CONSTRAINT done_on CHECK (length(done_on) = 10),
    test TEXT NOT NULL
) STRICT;
CREATE INDEX pairing_goal_pairing ON pairing_goal (pairing);

CREATE TABLE pairing_pause (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pairing INTEGER NOT NULL REFERENCES pairing (id),
    from_on TEXT NOT NULL CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    reason TEXT NOT NULL CONSTRAINT reason CHECK (trim(reason) <> ''),
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX pairing_pause_pairing ON pairing_pause (pairing);

CREATE TABLE teaching_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    on_prec TEXT NOT NULL CONSTRAINT on_prec CHECK (on_prec IN ('day', 'month', 'year')),
    slot TEXT CONSTRAINT slot CHECK (slot IN ('am', 'pm', 'night')),
    mentor INTEGER NOT NULL REFERENCES person (id),
    stint INTEGER REFERENCES stint (id),
    apprentice INTEGER REFERENCES person (id) CONSTRAINT apprentice CHECK (apprentice <> mentor),
    pairing INTEGER REFERENCES pairing (id),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    activity INTEGER NOT NULL REFERENCES activity (id),
    form TEXT NOT NULL,
    topic TEXT NOT NULL CONSTRAINT topic CHECK (trim(topic) <> ''),
    qty_tenths INTEGER CONSTRAINT qty_tenths CHECK (qty_tenths >= 0),
    attendees INTEGER CONSTRAINT attendees CHECK (attendees >= 0),
    dept INTEGER REFERENCES department (id),
    reflection TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    checked_on TEXT CONSTRAINT checked_on CHECK (length(checked_on) = 10),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX teaching_log_mentor ON teaching_log (mentor);
CREATE INDEX teaching_log_apprentice ON teaching_log (apprentice);
CREATE INDEX teaching_log_pairing ON teaching_log (pairing);
CREATE INDEX teaching_log_stint ON teaching_log (stint);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    slot TEXT NOT NULL CONSTRAINT slot CHECK (slot IN ('am', 'pm')),
    stint INTEGER NOT NULL REFERENCES stint (id),
    mark TEXT NOT NULL CONSTRAINT mark CHECK (mark IN (
        'present', 'personal', 'sick', 'annual', 'duty', 'tour', 'rest', 'holiday')),
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX attendance_half_day ON attendance (stint, on_date, slot);

CREATE TABLE studio (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host_inst INTEGER NOT NULL REFERENCES institution (id),
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    kind TEXT NOT NULL,
    head INTEGER REFERENCES person (id),
    head_name TEXT NOT NULL,
    head_inst INTEGER REFERENCES institution (id),
    dept INTEGER REFERENCES department (id),
    opened_on TEXT CONSTRAINT opened_on CHECK (length(opened_on) = 10),
    opened_prec TEXT NOT NULL CONSTRAINT opened_prec CHECK (opened_prec IN ('day', 'month', 'year')),
    status TEXT CONSTRAINT status CHECK (status IN ('planned', 'under_way', 'built', 'accepted', 'opened')),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX studio_name ON studio (host_inst, name);
CREATE INDEX studio_head ON studio (head) WHERE head IS NOT NULL;

CREATE TABLE team (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inst INTEGER NOT NULL REFERENCES institution (id),
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    head INTEGER REFERENCES person (id),
    head_name TEXT NOT NULL,
    headcount INTEGER CONSTRAINT headcount CHECK (headcount >= 0),
    area TEXT NOT NULL,
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    from_prec TEXT NOT NULL CONSTRAINT from_prec CHECK (from_prec IN ('day', 'month', 'year')),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX team_name ON team (inst, name);
CREATE INDEX team_head ON team (head) WHERE head IS NOT NULL;

CREATE TABLE team_member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    team INTEGER NOT NULL REFERENCES team (id),
    person INTEGER REFERENCES person (id),
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> '')
) STRICT;
CREATE UNIQUE INDEX team_member_name ON team_member (team, name);
CREATE INDEX team_member_person ON team_member (person) WHERE person IS NOT NULL;

CREATE TABLE study_leave (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id),
    dest_inst INTEGER NOT NULL REFERENCES institution (id),
    dest_dept TEXT NOT NULL,
    kind TEXT CONSTRAINT kind CHECK (kind IN ('short', 'medium', 'long', 'course', 'shadowing')),
    category TEXT NOT NULL,
    batch_no INTEGER CONSTRAINT batch_no CHECK (batch_no >= 1),
    from_on TEXT NOT NULL CONSTRAINT from_on CHECK (length(from_on) = 10),
    from_prec TEXT NOT NULL CONSTRAINT from_prec CHECK (from_prec IN ('day', 'month', 'year')),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    to_prec TEXT NOT NULL CONSTRAINT to_prec CHECK (to_prec IN ('day', 'month', 'year')),
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN ('selected', 'studying', 'finished', 'stopped')),
    result TEXT NOT NULL,
    cost_fen INTEGER CONSTRAINT cost_fen CHECK (cost_fen >= 0),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (
        CASE WHEN 'year' IN (from_prec, to_prec) THEN substr(to_on, 1, 4) >= substr(from_on, 1, 4)
             WHEN 'month' IN (from_prec, to_prec) THEN substr(to_on, 1, 7) >= substr(from_on, 1, 7)
             ELSE to_on >= from_on END)
) STRICT;
CREATE INDEX study_leave_person ON study_leave (person);
CREATE INDEX study_leave_dest_inst ON study_leave (dest_inst);

CREATE TABLE benefit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stint INTEGER NOT NULL REFERENCES stint (id),
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('allowance', 'insurance', 'housing', 'township', 'treatment')),
    standard TEXT NOT NULL,
    amount_fen INTEGER CONSTRAINT amount_fen CHECK (amount_fen >= 0),
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    done_on TEXT CONSTRAINT done_on CHECK (length(done_on) = 10),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX benefit_stint ON benefit (stint, kind);

CREATE TABLE liaison (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    leader TEXT NOT NULL CONSTRAINT leader CHECK (trim(leader) <> ''),
    stint INTEGER NOT NULL REFERENCES stint (id),
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX liaison_stint ON liaison (stint);

CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    on_prec TEXT NOT NULL CONSTRAINT on_prec CHECK (on_prec IN ('day', 'month', 'year')),
    leader TEXT NOT NULL CONSTRAINT leader CHECK (trim(leader) <> ''),
    stint INTEGER NOT NULL REFERENCES stint (id),
    issues TEXT NOT NULL,
    outcome TEXT NOT NULL,
    handled_on TEXT CONSTRAINT handled_on CHECK (length(handled_on) = 10)
) STRICT;
CREATE INDEX visit_stint ON visit (stint);

CREATE TABLE check_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL CONSTRAINT code CHECK (code GLOB 'C[0-9][0-9]'),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    relation INTEGER REFERENCES relation (id),
    inst_kind TEXT CONSTRAINT inst_kind CHECK (inst_kind IN (
        'supporter', 'recipient', 'branch', 'township', 'community', 'village', 'ambulance_station',
        'authority', 'county', 'other')),
    inst INTEGER REFERENCES institution (id),
    params TEXT NOT NULL CONSTRAINT params CHECK (json_valid(params) AND json_type(params) = 'object'),
    severity TEXT NOT NULL CONSTRAINT severity CHECK (severity IN ('hint', 'warning', 'failure')),
    basis TEXT NOT NULL,
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    is_off INTEGER NOT NULL CONSTRAINT is_off CHECK (is_off IN (0, 1)),
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX check_rule_code ON check_rule (code);
