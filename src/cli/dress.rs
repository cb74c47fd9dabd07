//! Puts words on the command line: its help, and one sentence for each way of using it wrongly.

use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use crate::i18n::Tr;

const TEMPLATE: &str = "{about}\n\n{usage-heading}{usage}\n\n{all-args}{after-help}";

/// The command line with its words.
#[must_use]
pub fn dress(command: Command, tr: Tr) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut dressed = dress_one(command, "", tr)
        .override_usage(tr.cli_usage_root())
        .after_help(tr.cli_after_root())
        .subcommand_help_heading(tr.cli_heading_subcommands())
        .styles(Styles::plain());
    for name in subcommands {
        dressed = dressed.mut_subcommand(&name, |sub| {
            let usage = usage_of(&sub, tr);
            let sub = dress_one(sub, &name, tr).override_usage(usage);
            if name == "apply" { sub.after_help(tr.cli_after_apply()) } else { sub }
        });
    }
    dressed
}

fn dress_one(command: Command, name: &str, tr: Tr) -> Command {
    command
        .about(tr.cli_about(name))
        .help_template(TEMPLATE.replace("{usage-heading}", tr.cli_heading_usage()))
        .mut_args(|arg| dress_argument(arg, name, tr))
}

fn dress_argument(arg: Arg, command: &str, tr: Tr) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let heading = match (arg.is_positional(), command) {
        (true, _) => tr.cli_heading_arguments(),
        (false, "") => tr.cli_heading_general(),
        (false, _) => tr.cli_heading_options(),
    };
    let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let (value, help) = tr.cli_argument(command, &id);
    let arg = arg.help(help).help_heading(heading);
    if takes_value { arg.value_name(value).hide_default_value(true).hide_possible_values(true) } else { arg }
}

fn usage_of(command: &Command, tr: Tr) -> String {
    let mut usage = format!("chuanbangdai {}", command.get_name());
    for arg in command.get_positionals() {
        let (value, _) = tr.cli_argument(command.get_name(), arg.get_id().as_str());
        let more = if matches!(arg.get_action(), ArgAction::Append) { "…" } else { "" };
        let shown = if arg.is_required_set() { format!(" {value}{more}") } else { format!(" [{value}]") };
        usage.push_str(&shown);
    }
    usage + tr.cli_usage_options()
}

/// What is wrong with the way it was called, as a sentence, and where to read the right way.
#[must_use]
pub fn misuse(error: &Error, tr: Tr) -> String {
    let said = |kind| error.get(kind).map(ContextValue::to_string).unwrap_or_default();
    let list = |kind| error.get(kind).map(|value| listed(value, tr)).unwrap_or_default();
    let (arg, value) = (list(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let prior = list(ContextKind::PriorArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => tr.misuse_subcommand(&said(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => tr.misuse_argument(&arg),
        ErrorKind::InvalidValue if !value.is_empty() => {
            tr.misuse_value_of(&arg, &value, &list(ContextKind::ValidValue))
        }
        ErrorKind::MissingRequiredArgument => tr.misuse_missing(&arg),
        ErrorKind::ArgumentConflict if !prior.is_empty() && prior != arg => tr.misuse_together(&arg, &prior),
        ErrorKind::ArgumentConflict => tr.misuse_twice(&arg),
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => tr.misuse_no_value(&arg),
        ErrorKind::ValueValidation | ErrorKind::TooManyValues => tr.misuse_value(&arg, &value),
        _ => tr.misuse_other().to_owned(),
    }
}

fn listed(value: &ContextValue, tr: Tr) -> String {
    match value {
        ContextValue::Strings(all) => all.join(tr.list_comma()),
        other => other.to_string(),
    }
}

/// The program with the subcommand that the line names, as far as it names one.
#[must_use]
pub fn named_subcommand(command: &Command, line: &[std::ffi::OsString]) -> String {
    let known = |word: &std::ffi::OsString| command.get_subcommands().find(|sub| *word == *sub.get_name());
    let name = line.iter().skip(1).find_map(known).map_or("", Command::get_name);
    format!("{} {name}", command.get_name()).trim_end().to_owned()
}
