//! Two offices with their workbooks imported, made once for all tests.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chuanbangdai::app::intake::{self, ImportChoices};
use chuanbangdai::app::{Clock, Office, Progress};
use chuanbangdai::checks::Found;
use chuanbangdai::figures::{Figure, Outcome, RefusalKind};
use chuanbangdai::i18n::{Lang, Tr};
use chuanbangdai::import::read::Reader;
use tempfile::TempDir;

pub const TR: Tr = Tr::new(Lang::Zh);

type Context = &'static [(&'static str, &'static str)];

const SHANGNAN: Context = &[("relation", "商洛市中心医院→商南县医院"), ("programme", "组团式")];
const LIST: Context =
    &[("relation", "商洛市中心医院→商南县医院"), ("programme", "组团式"), ("list", "2022—2023年组团式帮扶清单")];
const SECRETARIES: Context = &[("programme", "第一书记")];
const PROJECT: Context = &[("programme", "第一书记"), ("list", "第一书记项目任务")];
const YINTIAN: Context = &[("programme", "第一书记"), ("institution", "银田镇卫生院")];

const COUNTY: &[(&str, Context)] = &[
    ("shangnan/01_机构与帮扶关系.xlsx", &[]),
    ("shangnan/02_派驻专家名册.xlsx", SHANGNAN),
    ("shangnan/02b_本院人员花名册.xlsx", &[]),
    ("shangnan/03_师带徒结对一览表.xlsx", SHANGNAN),
    ("shangnan/04_带教记录_2023年6月.xlsx", SHANGNAN),
    ("shangnan/05_周排班表_2023年6月.xlsx", SHANGNAN),
    ("shangnan/05b_排班明细_2023-06-05至06-11.xlsx", SHANGNAN),
    ("shangnan/06_坐诊公示_2023-06-19.xlsx", SHANGNAN),
    ("shangnan/08_任务清单责任清单时限清单.xlsx", LIST),
    ("shangnan/09_报送与会议.xlsx", &[]),
    ("shangnan/10_考勤与请假_2023年6月.xlsx", SHANGNAN),
    ("shangnan/13_进修与培训.xlsx", SHANGNAN),
    ("shangnan/15_待遇联系成果.xlsx", SHANGNAN),
];

const CITY: &[(&str, Context)] = &[
    ("xiangtan/01_机构名录.xlsx", &[]),
    ("xiangtan/02_第一书记派驻一览表.xlsx", SECRETARIES),
    ("xiangtan/03_项目任务清单模板.xlsx", PROJECT),
    ("xiangtan/04_项目任务进度_截至2024年7月.xlsx", PROJECT),
    ("xiangtan/05_专项资金.xlsx", SECRETARIES),
    ("xiangtan/06_季度绩效评价.xlsx", SECRETARIES),
    ("xiangtan/11_银田镇卫生院派驻专家坐诊_2024年7月.xlsx", YINTIAN),
    ("xiangtan/12_任用与师徒.xlsx", SECRETARIES),
    ("xiangtan/14_报送与待遇.xlsx", SECRETARIES),
];

static COUNTY_FILE: LazyLock<TempDir> = LazyLock::new(|| made(COUNTY, "2023-06-30T17:00:00"));
static CITY_FILE: LazyLock<TempDir> = LazyLock::new(|| made(CITY, "2024-07-31T17:00:00"));

fn clock(now: &str) -> Clock {
    Clock::Fixed(now.parse().unwrap())
}

fn made(files: &[(&str, Context)], now: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut office = Office::create(&folder.path().join("data.db"), clock(now)).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    for (name, context) in files {
        let mut choices = ImportChoices::default();
        choices.mapping.context = context.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let paths: Vec<PathBuf> = vec![root.join(name)];
        let prepared = intake::prepare(&office, &paths, &choices, &Reader::in_process(), &Progress::default()).unwrap();
        office.commit_import(prepared, TR).unwrap();
    }
    folder
}

/// An office over a copy of its file.
pub struct Asked {
    pub office: Office,
    _folder: TempDir,
}

fn open(made: &TempDir, now: &str) -> Asked {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.db");
    std::fs::copy(made.path().join("data.db"), &path).unwrap();
    Asked { office: Office::open(&path, clock(now)).unwrap(), _folder: folder }
}

/// The county hospital of a team-based programme, on 30 June 2023.
pub fn county() -> Asked {
    open(&COUNTY_FILE, "2023-06-30T17:00:00")
}

/// The city with its 22 first secretaries, on 31 July 2024.
pub fn city() -> Asked {
    open(&CITY_FILE, "2024-07-31T17:00:00")
}

impl Asked {
    pub fn outcome(&self, question: &str) -> Outcome {
        let mut words = question.split_whitespace();
        let code = words.next().unwrap();
        let pairs: Vec<_> = words
            .map(|word| word.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned())).unwrap())
            .collect();
        self.office.figure(code, &pairs, TR).unwrap_or_else(|failure| panic!("{question}: {failure}"))
    }

    pub fn figure(&self, question: &str) -> Figure {
        match self.outcome(question) {
            Outcome::Figure(figure) => figure,
            Outcome::Refused(refused) => panic!("{question}: {}", refused.reason),
        }
    }

    pub fn refusal(&self, question: &str) -> RefusalKind {
        match self.outcome(question) {
            Outcome::Refused(refused) => refused.refused,
            Outcome::Figure(figure) => panic!("{question} = {}", figure.display),
        }
    }

    pub fn findings(&self, on: &str, rule: &str) -> Vec<Found> {
        self.office.findings(Some(on.parse().unwrap()), Some(rule), TR).unwrap()
    }
}
