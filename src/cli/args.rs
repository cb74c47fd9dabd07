//! The command line as data; its words are put on afterwards, in the language that was asked for.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand};

use super::value;
use crate::i18n::Lang;
use crate::import::plan::OnDup;
use crate::report::{Mask, Rows, TaskPreset};

/// Everything given on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "chuanbangdai",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Arguments {
    /// Options that every subcommand knows.
    #[command(flatten)]
    pub global: Global,
    /// What to do; the window opens without one.
    #[command(subcommand)]
    pub command: Option<Command>,
    #[arg(long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// Options that every subcommand knows.
#[derive(Debug, Clone, Args)]
#[allow(clippy::struct_excessive_bools, reason = "independent switches")]
pub struct Global {
    /// The data file.
    #[arg(long, global = true)]
    pub db: Option<PathBuf>,
    /// Fixes the clock.
    #[arg(long, global = true, value_parser = value::moment)]
    pub now: Option<NaiveDateTime>,
    /// Machine-readable results.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of messages.
    #[arg(long, global = true, default_value = "zh", value_parser = lang())]
    pub lang: Lang,
    /// Only look.
    #[arg(long, global = true)]
    pub read_only: bool,
    /// Answer yes to every question; this program asks none, so that scripts of other programs run unchanged.
    #[arg(long, global = true)]
    pub yes: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes a new data file.
    Init(Init),
    /// The main job without a display.
    Demo(Demo),
    /// What the data file says of itself.
    Info,
    /// Looks for damage.
    Check(Check),
    /// Imports workbooks.
    Import(Import),
    /// Takes an import back.
    UndoImport(UndoImport),
    /// Writes a document.
    Export(Export),
    /// Lists the documents.
    Documents,
    /// Prints all data.
    Dump(Dump),
    /// Makes a data file from a dump.
    Load(Load),
    /// Runs edits.
    Apply(Apply),
    /// Takes steps back.
    Undo(Steps),
    /// Does steps again.
    Redo(Steps),
    /// Lists the steps.
    History(History),
    /// Makes a backup.
    Backup(Backup),
    /// Lists the backups.
    Backups,
    /// Looks whether a backup can be used.
    VerifyBackup(BackupFile),
    /// Puts a backup in place of the data file.
    Restore(BackupFile),
    /// Salvages a damaged data file.
    Recover(Recover),
    /// Finds anything.
    Search(Search),
    /// Fills in generated data.
    Seed(Seed),
    /// Drives the window off screen.
    UiSmoke(UiSmoke),
    /// One figure.
    Figure(Figure),
    /// Every figure.
    Figures(Figures),
    /// What the checks find.
    Findings(Findings),
    /// Plans duties.
    Plan(Plan),
}

impl Command {
    /// The planning task that it is about in place of the data file.
    pub fn task(&self) -> Option<&PathBuf> {
        match self {
            Self::Plan(plan) => plan.instance.as_ref(),
            _ => None,
        }
    }
}

/// Of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Name of the sample to fill in.
    #[arg(long)]
    pub sample: Option<String>,
}

/// Of `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// Folder to write into.
    pub folder: PathBuf,
}

/// Of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Look at every page and every reference.
    #[arg(long)]
    pub deep: bool,
}

/// Of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The workbooks.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Kind of every sheet.
    #[arg(long, default_value = "auto")]
    pub kind: String,
    /// Sheets and columns mapped by hand.
    #[arg(long)]
    pub mapping: Option<PathBuf>,
    /// What the sheets do not say themselves.
    #[arg(long, value_parser = value::pair)]
    pub context: Vec<(String, String)>,
    /// Only say what would be done.
    #[arg(long)]
    pub dry_run: bool,
    /// Any rejected row refuses the whole.
    #[arg(long)]
    pub strict: bool,
    /// What to do with records that are there already.
    #[arg(long, default_value = "update", value_parser = on_dup())]
    pub on_dup: OnDup,
    /// Where to write the report.
    #[arg(long)]
    pub report: Option<PathBuf>,
}

/// Of `undo-import`.
#[derive(Debug, Args)]
pub struct UndoImport {
    /// Number of the import.
    #[arg(value_parser = clap::value_parser!(i64).range(1..))]
    pub id: i64,
}

/// Of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Code of the document.
    pub kind: String,
    /// The file to write.
    #[arg(long)]
    pub out: PathBuf,
    /// Its format; by its name where absent.
    #[arg(long)]
    pub format: Option<String>,
    /// From which to which day.
    #[arg(long)]
    pub period: Option<String>,
    /// Narrowed to one relation.
    #[arg(long)]
    pub relation: Option<String>,
    /// Of one person alone.
    #[arg(long)]
    pub person: Option<String>,
    /// How phone numbers are shown.
    #[arg(long, default_value = "partial", value_parser = mask())]
    pub mask: Mask,
    /// Which columns of the task list.
    #[arg(long, default_value = "all", value_parser = preset())]
    pub preset: TaskPreset,
    /// What the rows of a schedule are.
    #[arg(long, default_value = "people", value_parser = rows())]
    pub rows: Rows,
}

/// Of `dump`.
#[derive(Debug, Args)]
pub struct Dump {
    /// Sorted, with the check sum on the last line; there is no other form.
    #[arg(long)]
    pub canonical: bool,
}

/// Of `load`.
#[derive(Debug, Args)]
pub struct Load {
    /// The dump.
    pub dump: PathBuf,
}

/// Of `apply`.
#[derive(Debug, Args)]
pub struct Apply {
    /// The edits, one JSON object a line; `-` reads from standard input.
    pub edits: PathBuf,
}

/// Of `undo` and `redo`.
#[derive(Debug, Args)]
pub struct Steps {
    /// How many.
    #[arg(default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub count: u32,
}

/// Of `history`.
#[derive(Debug, Args)]
pub struct History {
    /// At most so many, the newest first.
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
}

/// Of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write.
    #[arg(long)]
    pub to: PathBuf,
    /// Encrypt it with the password of the environment.
    #[arg(long)]
    pub encrypt: bool,
}

/// Of `verify-backup` and `restore`.
#[derive(Debug, Args)]
pub struct BackupFile {
    /// The backup.
    pub file: PathBuf,
}

/// Of `recover`.
#[derive(Debug, Args)]
pub struct Recover {
    /// The damaged file.
    pub bad: PathBuf,
    /// The new file.
    #[arg(long)]
    pub out: PathBuf,
}

/// Of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Characters, pinyin or initials.
    #[arg(required = true)]
    pub text: Vec<String>,
}

/// Of `seed`.
#[derive(Debug, Args)]
pub struct Seed {
    /// How many dated sessions.
    #[arg(long)]
    pub rows: usize,
    /// From which number chance starts.
    #[arg(long)]
    pub seed: u64,
}

/// Of `ui-smoke`.
#[derive(Debug, Args)]
pub struct UiSmoke {
    /// From which number chance starts.
    #[arg(long)]
    pub seed: u64,
    /// How many things are done.
    #[arg(long)]
    pub steps: u32,
}

/// Of `figure`.
#[derive(Debug, Args)]
pub struct Figure {
    /// Its code.
    pub code: String,
    /// What narrows and shapes it.
    #[arg(value_parser = value::pair)]
    pub params: Vec<(String, String)>,
}

/// Of `figures`.
#[derive(Debug, Args)]
pub struct Figures {
    /// From which to which day.
    #[arg(long)]
    pub period: Option<String>,
    /// Narrowed to one relation.
    #[arg(long)]
    pub relation: Option<String>,
    /// The state of a day.
    #[arg(long)]
    pub on: Option<String>,
}

/// Of `findings`.
#[derive(Debug, Args)]
pub struct Findings {
    /// As of which day.
    #[arg(long)]
    pub on: Option<String>,
    /// One check alone.
    #[arg(long)]
    pub rule: Option<String>,
}

/// Of `plan`.
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["period", "instance"])))]
pub struct Plan {
    /// The days of the data file to plan.
    #[arg(long)]
    pub period: Option<String>,
    /// Rules on top of those of the data file.
    #[arg(long, conflicts_with = "instance")]
    pub rules: Option<PathBuf>,
    /// What is issued stays, other than what has become impossible.
    #[arg(long, conflicts_with = "instance")]
    pub keep_published: bool,
    /// Store the plan.
    #[arg(long, conflicts_with = "instance")]
    pub apply: bool,
    /// Plan who covers which post in which month of the days, not half-days.
    #[arg(long, conflicts_with_all = ["instance", "rules", "keep_published"])]
    pub blocks: bool,
    /// The planning task.
    #[arg(long)]
    pub instance: Option<PathBuf>,
    /// The file to write.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// How long to search.
    #[arg(long, value_parser = value::seconds)]
    pub seconds: Option<f64>,
    /// How many moves to try.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    pub moves: Option<u64>,
    /// Searches side by side.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=64))]
    pub threads: Option<u16>,
    /// From which number chance starts.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The plan that people have in hand.
    #[arg(long, conflicts_with = "period")]
    pub published: Option<PathBuf>,
}

fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["zh", "en"]).map(|code| if code == "en" { Lang::En } else { Lang::Zh })
}

fn on_dup() -> impl TypedValueParser<Value = OnDup> {
    PossibleValuesParser::new(["update", "skip", "fail"]).map(|code| match code.as_str() {
        "skip" => OnDup::Skip,
        "fail" => OnDup::Fail,
        _ => OnDup::Update,
    })
}

fn rows() -> impl TypedValueParser<Value = Rows> {
    PossibleValuesParser::new(["people", "departments", "places"]).map(|code| match code.as_str() {
        "departments" => Rows::Departments,
        "places" => Rows::Places,
        _ => Rows::People,
    })
}

fn preset() -> impl TypedValueParser<Value = TaskPreset> {
    PossibleValuesParser::new(["all", "task", "responsibility", "deadline"]).map(|code| match code.as_str() {
        "task" => TaskPreset::Task,
        "responsibility" => TaskPreset::Responsibility,
        "deadline" => TaskPreset::Deadline,
        _ => TaskPreset::All,
    })
}

fn mask() -> impl TypedValueParser<Value = Mask> {
    PossibleValuesParser::new(["full", "partial", "none"]).map(|code| match code.as_str() {
        "full" => Mask::Full,
        "none" => Mask::None,
        _ => Mask::Partial,
    })
}
