-- Tasks, reports that fall due, meetings, money, and results of appraisals. The notes on 0001 hold here too.

CREATE TABLE task_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list TEXT NOT NULL CONSTRAINT list CHECK (trim(list) <> ''),
    no INTEGER CONSTRAINT no CHECK (no >= 1),
    category TEXT NOT NULL,
    title TEXT NOT NULL CONSTRAINT title CHECK (trim(title) <> ''),
    standard TEXT NOT NULL,
    target_qty INTEGER CONSTRAINT target_qty CHECK (target_qty >= 0),
    unit TEXT NOT NULL,
    leader TEXT NOT NULL,
    lead_dept TEXT NOT NULL,
    owner TEXT NOT NULL,
    cooperate TEXT NOT NULL,
    start_on TEXT CONSTRAINT start_on CHECK (length(start_on) = 10),
    due_on TEXT NOT NULL CONSTRAINT due_on CHECK (length(due_on) = 10),
    weight INTEGER NOT NULL CONSTRAINT weight CHECK (weight BETWEEN 0 AND 1000),
    budget_fen INTEGER CONSTRAINT budget_fen CHECK (budget_fen >= 0),
    for_all INTEGER NOT NULL CONSTRAINT for_all CHECK (for_all IN (0, 1)),
    for_kinds TEXT NOT NULL CONSTRAINT for_kinds CHECK (json_valid(for_kinds)),
    for_sites TEXT NOT NULL CONSTRAINT for_sites CHECK (json_valid(for_sites)),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    CONSTRAINT period CHECK (due_on >= start_on)
) STRICT;
CREATE INDEX task_template_relation ON task_template (relation) WHERE relation IS NOT NULL;

CREATE TABLE task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    template INTEGER REFERENCES task_template (id),
    parent INTEGER REFERENCES task (id) CONSTRAINT parent CHECK (parent <> id),
    list TEXT NOT NULL CONSTRAINT list CHECK (trim(list) <> ''),
    no INTEGER CONSTRAINT no CHECK (no >= 1),
    site INTEGER REFERENCES institution (id),
    category TEXT NOT NULL,
    title TEXT NOT NULL CONSTRAINT title CHECK (trim(title) <> ''),
    standard TEXT NOT NULL,
    target_qty INTEGER CONSTRAINT target_qty CHECK (target_qty >= 0),
    done_qty INTEGER CONSTRAINT done_qty CHECK (done_qty >= 0),
    unit TEXT NOT NULL,
    leader TEXT NOT NULL,
    lead_dept TEXT NOT NULL,
    dept INTEGER REFERENCES department (id),
    owner TEXT NOT NULL,
    owner_person INTEGER REFERENCES person (id),
    cooperate TEXT NOT NULL,
    start_on TEXT CONSTRAINT start_on CHECK (length(start_on) = 10),
    due_on TEXT NOT NULL CONSTRAINT due_on CHECK (length(due_on) = 10),
    due_rule TEXT NOT NULL,
    weight INTEGER NOT NULL CONSTRAINT weight CHECK (weight BETWEEN 0 AND 1000),
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN ('pending', 'active', 'closed')),
    progress_pct INTEGER NOT NULL CONSTRAINT progress_pct CHECK (progress_pct BETWEEN 0 AND 100),
    progress_note TEXT NOT NULL,
    done_on TEXT CONSTRAINT done_on CHECK (length(done_on) = 10),
    close_note TEXT NOT NULL,
    evidence_note TEXT NOT NULL,
    budget_fen INTEGER CONSTRAINT budget_fen CHECK (budget_fen >= 0),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (due_on >= start_on),
    CONSTRAINT done_on CHECK ((status = 'closed') = (done_on IS NOT NULL)),
    CONSTRAINT close_note CHECK (status <> 'closed' OR trim(close_note || evidence_note || progress_note) <> '')
) STRICT;
CREATE INDEX task_template_of ON task (template) WHERE template IS NOT NULL;
CREATE INDEX task_parent ON task (parent) WHERE parent IS NOT NULL;
CREATE INDEX task_site ON task (site);
CREATE INDEX task_dept ON task (dept) WHERE dept IS NOT NULL;
CREATE INDEX task_owner_person ON task (owner_person) WHERE owner_person IS NOT NULL;
CREATE INDEX task_relation ON task (relation) WHERE relation IS NOT NULL;

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES task (id),
    title TEXT NOT NULL CONSTRAINT title CHECK (trim(title) <> ''),
    due_on TEXT NOT NULL CONSTRAINT due_on CHECK (length(due_on) = 10),
    done_on TEXT CONSTRAINT done_on CHECK (length(done_on) = 10),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX milestone_task ON milestone (task);

CREATE TABLE task_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER NOT NULL REFERENCES task (id),
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('progress', 'chase', 'postponed', 'closed', 'reopened')),
    level TEXT CONSTRAINT level CHECK (level IN ('owner', 'department', 'leader', 'meeting')),
    by TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_due_on TEXT CONSTRAINT reply_due_on CHECK (length(reply_due_on) = 10),
    replied_on TEXT CONSTRAINT replied_on CHECK (length(replied_on) = 10),
    reply TEXT NOT NULL,
    old_due_on TEXT CONSTRAINT old_due_on CHECK (length(old_due_on) = 10),
    new_due_on TEXT CONSTRAINT new_due_on CHECK (length(new_due_on) = 10),
    CONSTRAINT by CHECK (kind <> 'postponed' OR trim(by) <> ''),
    CONSTRAINT new_due_on CHECK (kind <> 'postponed' OR new_due_on IS NOT NULL),
    CONSTRAINT level CHECK (kind <> 'chase' OR level IS NOT NULL)
) STRICT;
CREATE INDEX task_event_task ON task_event (task);

CREATE TABLE obligation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CONSTRAINT kind CHECK (kind IN ('report', 'meeting', 'evaluation')),
    title TEXT NOT NULL CONSTRAINT title CHECK (trim(title) <> ''),
    addressee TEXT NOT NULL,
    cycle TEXT NOT NULL CONSTRAINT cycle CHECK (cycle IN (
        'weekly', 'fortnightly', 'half_monthly', 'monthly', 'quarterly', 'half_yearly', 'yearly',
        'tenure_quarterly')),
    anchor_on TEXT NOT NULL CONSTRAINT anchor_on CHECK (length(anchor_on) = 10),
    period_limit INTEGER CONSTRAINT period_limit CHECK (period_limit >= 1),
    until_on TEXT CONSTRAINT until_on CHECK (length(until_on) = 10),
    due_offset INTEGER NOT NULL CONSTRAINT due_offset CHECK (due_offset BETWEEN -366 AND 366),
    shift TEXT NOT NULL CONSTRAINT shift CHECK (shift IN ('advance', 'postpone', 'keep')),
    owner TEXT NOT NULL,
    for_all INTEGER NOT NULL CONSTRAINT for_all CHECK (for_all IN (0, 1)),
    for_kinds TEXT NOT NULL CONSTRAINT for_kinds CHECK (json_valid(for_kinds)),
    for_sites TEXT NOT NULL CONSTRAINT for_sites CHECK (json_valid(for_sites)),
    checklist TEXT NOT NULL CONSTRAINT checklist CHECK (json_valid(checklist)),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (until_on >= anchor_on)
) STRICT;
CREATE INDEX obligation_relation ON obligation (relation) WHERE relation IS NOT NULL;

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    obligation INTEGER NOT NULL REFERENCES obligation (id),
    subject INTEGER REFERENCES institution (id),
    period_no INTEGER NOT NULL CONSTRAINT period_no CHECK (period_no >= 1),
    period_from TEXT NOT NULL CONSTRAINT period_from CHECK (length(period_from) = 10),
    period_to TEXT NOT NULL CONSTRAINT period_to CHECK (length(period_to) = 10),
    due_on TEXT NOT NULL CONSTRAINT due_on CHECK (length(due_on) = 10),
    submitted_on TEXT CONSTRAINT submitted_on CHECK (length(submitted_on) = 10),
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN ('pending', 'submitted', 'late', 'exempt')),
    ticked TEXT NOT NULL CONSTRAINT ticked CHECK (json_valid(ticked)),
    snapshot TEXT NOT NULL CONSTRAINT snapshot CHECK (snapshot = '' OR json_valid(snapshot)),
    note TEXT NOT NULL,
    CONSTRAINT period CHECK (period_to >= period_from)
) STRICT;
CREATE UNIQUE INDEX report_period ON report (obligation, ifnull(subject, 0), period_from);
CREATE INDEX report_subject ON report (subject) WHERE subject IS NOT NULL;

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CONSTRAINT title CHECK (trim(title) <> ''),
    on_date TEXT CONSTRAINT on_date CHECK (length(on_date) = 10),
    place TEXT NOT NULL,
    host TEXT NOT NULL,
    attendees TEXT NOT NULL,
    report INTEGER REFERENCES report (id),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_report ON meeting (report) WHERE report IS NOT NULL;
CREATE INDEX meeting_relation ON meeting (relation) WHERE relation IS NOT NULL;

CREATE TABLE resolution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    text TEXT NOT NULL CONSTRAINT text CHECK (trim(text) <> ''),
    unit TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT CONSTRAINT due_on CHECK (length(due_on) = 10),
    progress_note TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN ('pending', 'active', 'closed')),
    ask TEXT NOT NULL,
    task INTEGER REFERENCES task (id)
) STRICT;
CREATE INDEX resolution_meeting ON resolution (meeting);
CREATE INDEX resolution_task ON resolution (task) WHERE task IS NOT NULL;

CREATE TABLE problem (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    raised_on TEXT NOT NULL CONSTRAINT raised_on CHECK (length(raised_on) = 10),
    by TEXT NOT NULL,
    text TEXT NOT NULL CONSTRAINT text CHECK (trim(text) <> ''),
    site INTEGER REFERENCES institution (id),
    owner TEXT NOT NULL,
    due_on TEXT CONSTRAINT due_on CHECK (length(due_on) = 10),
    status TEXT NOT NULL CONSTRAINT status CHECK (status IN ('pending', 'active', 'closed')),
    done_on TEXT CONSTRAINT done_on CHECK (length(done_on) = 10),
    result TEXT NOT NULL,
    task INTEGER REFERENCES task (id)
) STRICT;
CREATE INDEX problem_site ON problem (site) WHERE site IS NOT NULL;
CREATE INDEX problem_task ON problem (task) WHERE task IS NOT NULL;

CREATE TABLE fund (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    site INTEGER REFERENCES institution (id),
    project TEXT NOT NULL,
    budget_fen INTEGER NOT NULL CONSTRAINT budget_fen CHECK (budget_fen >= 0),
    from_on TEXT CONSTRAINT from_on CHECK (length(from_on) = 10),
    to_on TEXT CONSTRAINT to_on CHECK (length(to_on) = 10),
    override_reason TEXT NOT NULL,
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL,
    CONSTRAINT project CHECK (site IS NOT NULL OR trim(project) <> ''),
    CONSTRAINT period CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX fund_site ON fund (site) WHERE site IS NOT NULL;
CREATE INDEX fund_relation ON fund (relation) WHERE relation IS NOT NULL;

CREATE TABLE expense (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fund INTEGER NOT NULL REFERENCES fund (id),
    task INTEGER REFERENCES task (id),
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    item TEXT NOT NULL CONSTRAINT item CHECK (trim(item) <> ''),
    payee TEXT NOT NULL,
    amount_fen INTEGER NOT NULL CONSTRAINT amount_fen CHECK (amount_fen <> 0),
    voucher TEXT NOT NULL
) STRICT;
CREATE INDEX expense_fund ON expense (fund);
CREATE INDEX expense_task ON expense (task) WHERE task IS NOT NULL;

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task INTEGER REFERENCES task (id),
    report INTEGER REFERENCES report (id),
    resolution INTEGER REFERENCES resolution (id),
    name TEXT NOT NULL CONSTRAINT name CHECK (trim(name) <> ''),
    path TEXT NOT NULL CONSTRAINT path CHECK (trim(path) <> ''),
    sha256 TEXT NOT NULL CONSTRAINT sha256 CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CONSTRAINT size CHECK (size >= 0),
    added_on TEXT CONSTRAINT added_on CHECK (length(added_on) = 10),
    note TEXT NOT NULL,
    CONSTRAINT task CHECK ((task IS NOT NULL) + (report IS NOT NULL) + (resolution IS NOT NULL) = 1)
) STRICT;
CREATE INDEX evidence_task ON evidence (task) WHERE task IS NOT NULL;
CREATE INDEX evidence_report ON evidence (report) WHERE report IS NOT NULL;
CREATE INDEX evidence_resolution ON evidence (resolution) WHERE resolution IS NOT NULL;

CREATE TABLE appraisal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL CONSTRAINT subject CHECK (subject IN ('expert', 'pair', 'site', 'relation')),
    scheme TEXT NOT NULL,
    inst INTEGER REFERENCES institution (id),
    person INTEGER REFERENCES person (id),
    label TEXT NOT NULL,
    period_from TEXT NOT NULL CONSTRAINT period_from CHECK (length(period_from) = 10),
    period_to TEXT NOT NULL CONSTRAINT period_to CHECK (length(period_to) = 10),
    score_hundredths INTEGER,
    grade TEXT NOT NULL,
    assessor TEXT NOT NULL,
    total_appraised INTEGER NOT NULL,
    on_date TEXT CONSTRAINT on_date CHECK (length(on_date) = 10),
    relation INTEGER REFERENCES relation (id),
    programme TEXT CONSTRAINT programme CHECK (programme IN (
        'team_based', 'counterpart', 'alliance', 'close_alliance', 'specialty', 'county_community',
        'mountain_sea', 'first_secretary', 'flexible', 'subordination')),
    note TEXT NOT NULL,
    CONSTRAINT subject CHECK (inst IS NOT NULL OR person IS NOT NULL),
    CONSTRAINT grade CHECK (grade <> '' OR score_hundredths IS NOT NULL),
    CONSTRAINT period CHECK (period_to >= period_from)
) STRICT;
CREATE INDEX appraisal_inst ON appraisal (inst) WHERE inst IS NOT NULL;
CREATE INDEX appraisal_person ON appraisal (person) WHERE person IS NOT NULL;
CREATE INDEX appraisal_relation ON appraisal (relation) WHERE relation IS NOT NULL;
