//! The JSON object of the contract as flat text.

use serde_json::Value;

use super::BadJson;
use crate::domain::column::Column;
use crate::domain::values::Coded;

/// What `list` and `show` print of what followed on a case: it follows from entries, and is not taken over.
pub(in crate::domain) const FOLLOWED: [&str; 17] = [
    "turn",
    "urgent",
    "raised",
    "check",
    "marks",
    "told_on",
    "tries",
    "tried_on",
    "closed_on",
    "tries_again",
    "asked_again_on",
    "demands",
    "attachments",
    "witnesses",
    "witnesses_reached",
    "joined_into",
    "kept_apart",
];

/// What an object says, field by field, in its order.
pub(super) fn changes(value: &Value) -> Result<Vec<(Column, String)>, BadJson> {
    let Value::Object(fields) = value else {
        return Err(BadJson::NoObject);
    };
    let mut changes = Vec::new();
    for (name, value) in fields {
        take(name, value, &mut changes)?;
    }
    Ok(changes)
}

fn take(name: &str, value: &Value, changes: &mut Vec<(Column, String)>) -> Result<(), BadJson> {
    match (name, value) {
        // What `show` prints beside the case, and groups that say nothing.
        ("source" | "erased" | "conflicts", _) | ("times" | "paid" | "patient" | "member", Value::Null) => {
            Ok(())
        }
        (followed, _) if FOLLOWED.contains(&followed) => Ok(()),
        ("times" | "paid" | "patient" | "member", Value::Object(inner)) => {
            let prefix = if name == "times" { String::new() } else { format!("{name}_") };
            inner.iter().try_for_each(|(key, value)| take(&format!("{prefix}{key}"), value, changes))
        }
        ("issues", Value::Array(issues)) => take_issues(issues, changes),
        ("next_step", Value::Null) => {
            changes.extend([Column::NextStep, Column::NextStepOn].map(|column| (column, String::new())));
            Ok(())
        }
        ("next_step", Value::Object(step)) => step.iter().try_for_each(|(key, value)| {
            let suffix = if key == "what" { "" } else { "_on" };
            take(&format!("next_step{suffix}"), value, changes)
        }),
        _ => {
            let column = Column::parse(name)
                .map_err(|_| BadJson::UnknownName { given: name.to_owned(), nearest: nearest(name) })?;
            changes.push((column, text(name, value)?));
            Ok(())
        }
    }
}

fn text(name: &str, value: &Value) -> Result<String, BadJson> {
    let wrong = || BadJson::WrongKind(name.to_owned());
    Ok(match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Array(items) => {
            let items: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            items.ok_or_else(wrong)?.join(";")
        }
        Value::Object(_) => return Err(wrong()),
    })
}

fn take_issues(issues: &[Value], changes: &mut Vec<(Column, String)>) -> Result<(), BadJson> {
    let wrong = || BadJson::WrongKind("issues".to_owned());
    let mut texts = Vec::new();
    for issue in issues {
        match issue {
            Value::String(text) => texts.push(text.clone()),
            Value::Object(fields) => {
                let text = |key: &str| fields.get(key).and_then(Value::as_str);
                let mut parts = vec![text("code").ok_or_else(wrong)?.to_owned()];
                parts.push(text("severity").unwrap_or_default().to_owned());
                parts.extend(text("why").map(str::to_owned));
                texts.push(parts.join(":"));
                for (key, value) in fields {
                    match key.as_str() {
                        "code" | "severity" | "why" => {}
                        "claimed_on" | "claimed_riel" => take(key, value, changes)?,
                        _ => {
                            return Err(BadJson::UnknownName {
                                given: format!("issues.{key}"),
                                nearest: None,
                            });
                        }
                    }
                }
            }
            _ => return Err(wrong()),
        }
    }
    changes.push((Column::Issues, texts.join(";")));
    Ok(())
}

fn nearest(name: &str) -> Option<String> {
    const NESTED: [&str; 5] = ["times", "paid", "patient", "member", "issues"];
    Column::CODES
        .iter()
        .chain(&NESTED)
        .map(|known| (strsim::osa_distance(name, known), *known))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map(|(_, known)| known.to_owned())
}
