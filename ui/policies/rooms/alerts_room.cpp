#include "ui/policies/rooms/alerts_room.h"

#include "model/domain/names.h"
#include "ui/policies/editor/chip_field.h"
#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/rooms/check_list.h"
#include "ui/policies/rooms/duration_box.h"
#include "ui/policies/rooms/margin_table.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/policies/rooms/threshold_table.h"
#include "ui/shared/console_model.h"
#include "ui/shared/field_column.h"
#include "ui/shared/themed.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace signalbox {
namespace {

constexpr int longestGroup = 3600;   // seconds, as docs/rulebook.md says
constexpr int mostAlertsWithinHour = 1000;

QString idOf(AlertWay way)
{
    const std::string_view name = nameOf(way);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

std::vector<std::string> wordsOf(const ChipField& field)
{
    std::vector<std::string> words;
    for (const Value& value : field.values())
        if (const auto* const word = std::get_if<std::string>(&value))
            words.push_back(*word);
    return words;
}

}

AlertsRoom::AlertsRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(context,
                  {QStringLiteral("alerts"), tr("Alerts"), tr("What somebody has to know at once, and who is told."),
                   tr("Add alert"), tr("There are no alerts yet. Add the first one, such as a large deal that waits.")},
                  tr("alert", "entry of the rulebook"), &Rulebook::alerts, false, parent)
{
    buildWhen();
    buildWhoAndHow();
    buildHowOften();
    buildEscalation();
    connect(&context.page.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (!changes.agents.empty() || !changes.removedAgents.empty())
            showPeople();
    });
    start();
    showPeople();
}

// Fields give what is written in them when the keyboard leaves; going away is no edit.
AlertsRoom::~AlertsRoom()
{
    for (const auto& [field, people] : m_people)
        disconnect(field, nullptr, this, nullptr);
    for (const auto& [field, time] : m_times)
        disconnect(field, nullptr, this, nullptr);
}

void AlertsRoom::addHeading(const QString& words)
{
    fields()->addPlain(newLabel(words, studio().page.theme, TextStyle::BodyStrong));
}

DurationBox* AlertsRoom::addTime(const QString& objectName, const QString& label, int most, const QString& none,
                                 const QString& hint, const QString& what, seconds AlertTrigger::*field)
{
    auto* const made = new DurationBox(objectName, 0, most, this);
    made->setSpecialValueText(none);
    made->setMinimumWidth(studio().page.theme.px(220));
    fields()->addField(made, label, hint);
    m_times.emplace_back(made, field);
    connect(made, &QSpinBox::valueChanged, this, [this, objectName, what, field](int value) {
        change(
            what, [&](AlertTrigger& alert) { alert.*field = seconds{value}; }, objectName);
    });
    return made;
}

ChipField* AlertsRoom::addPeople(const QString& objectName, const QString& label, const QString& hint,
                                 const QString& what, std::vector<std::string> AlertTrigger::*field)
{
    auto* const made = new ChipField(studio().page.theme, ValueType::String, {}, label, this);
    made->setObjectName(objectName);
    fields()->addField(made, label, hint);
    m_people.emplace_back(made, field);
    connect(made, &ChipField::edited, this,
            [this, made, what, field] { change(what, [&](AlertTrigger& alert) { alert.*field = wordsOf(*made); }); });
    return made;
}

// Whom an alert can name: the words of the rulebook, and everybody who works here.
void AlertsRoom::showPeople()
{
    QStringList known{QStringLiteral("owner"), QStringLiteral("lead"), QStringLiteral("on_call"),
                      QStringLiteral("crm_owner")};
    for (const auto& [id, agent] : studio().page.model.agents())
        known << text(id.value);
    for (const auto& [field, words] : m_people)
        field->setSuggestions(known);
}

void AlertsRoom::buildWhen()
{
    Theme& theme = studio().page.theme;
    m_name = fields()->addLine(QStringLiteral("alertName"), tr("Name"), 120);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](AlertTrigger& alert) { alert.name = text.toStdString(); }, QStringLiteral("name"));
    });
    m_when = new ConditionEditor(studio());
    m_when->setObjectName(QStringLiteral("alertCondition"));
    fields()->addWide(m_when, tr("Sounds when"));
    connect(m_when, &ConditionEditor::edited, this,
            [this](const Condition& when, const QString& what, const QString& key) {
                change(
                    what, [&](AlertTrigger& alert) { alert.when = when; }, key);
            });
    m_thresholds = new ThresholdTable(theme);
    m_thresholds->setObjectName(QStringLiteral("alertThresholds"));
    fields()->addWide(m_thresholds, tr("Other numbers on some channels"), tr("Empty: as in the condition."));
    connect(m_thresholds, &ThresholdTable::edited, this, [this](const Thresholds& after) {
        change(
            tr("set the thresholds"), [&](AlertTrigger& alert) { alert.thresholds = after; },
            QStringLiteral("thresholds"));
    });
    addTime(QStringLiteral("alertHold"), tr("Only after it has held for"), mostSeconds, tr("At once"), {},
            tr("set the hold"), &AlertTrigger::hold);
    m_margins = new MarginTable(theme);
    m_margins->setObjectName(QStringLiteral("alertMargins"));
    fields()->addWide(m_margins, tr("Goes on until a number is back past its threshold by"),
                      tr("Keeps an alert from flickering. Empty: it ends as soon as its condition no longer holds."));
    connect(m_margins, &MarginTable::edited, this, [this](const MarginTable::Margins& after) {
        change(
            tr("set the margins"), [&](AlertTrigger& alert) { alert.margins = after; }, QStringLiteral("margins"));
    });
}

void AlertsRoom::buildWhoAndHow()
{
    addHeading(tr("Who is told, and how"));
    addPeople(QStringLiteral("alertNotify"), tr("Whose it is: the first of these who is there"),
              tr("owner, lead, on_call, crm_owner, or an agent's id. Empty: owner, then lead."), tr("set whose it is"),
              &AlertTrigger::notify);
    m_ways = new CheckList(studio().page.theme, QStringLiteral("alertWays"), Qt::Horizontal, {}, this);
    m_ways->setChoices({{idOf(AlertWay::Desktop), tr("Desktop notification")},
                        {idOf(AlertWay::Webhook), tr("Webhook")},
                        {idOf(AlertWay::Email), tr("E-mail")}});
    fields()->addField(m_ways, tr("Told by"), tr("Beside the list under the bell, where every alert stands."));
    connect(m_ways, &CheckList::edited, this, [this](const std::vector<std::string>& names) {
        change(tr("set the ways"), [&](AlertTrigger& alert) {
            alert.ways.clear();
            for (const std::string& name : names)
                alert.ways.push_back(*fromName<AlertWay>(name));
        });
    });
}

void AlertsRoom::buildHowOften()
{
    addHeading(tr("Not too often"));
    addTime(QStringLiteral("alertCooldown"), tr("Silent afterwards for"), mostSeconds, tr("Once for each conversation"),
            tr("In the same conversation, after it has ended."), tr("set the silence"), &AlertTrigger::cooldown);
    addTime(QStringLiteral("alertGroup"), tr("Told once within"), longestGroup, tr("Told each time"),
            tr("When several conversations raise it for the same person."), tr("set the grouping"),
            &AlertTrigger::group);
    m_budget = fields()->addWhole(QStringLiteral("alertBudget"), tr("At most this many alerts for a person and hour"),
                                  0, mostAlertsWithinHour, tr(" an hour"),
                                  tr("Alerts of every kind count. What is held back stands in the list and says why."));
    m_budget->setSpecialValueText(tr("No limit"));
    connect(m_budget, &QSpinBox::valueChanged, this, [this](int value) {
        change(
            tr("set the budget"), [&](AlertTrigger& alert) { alert.budgetPerHour = value; }, QStringLiteral("budget"));
    });
    m_quiet = fields()->addChoice(QStringLiteral("alertQuiet"), tr("Quiet while this schedule is open"));
    connect(m_quiet, &QComboBox::activated, this, [this] {
        change(tr("set the quiet hours"),
               [&](AlertTrigger& alert) { alert.quiet.value = m_quiet->currentData().toString().toStdString(); });
    });
    m_silencedBy = new CheckList(studio().page.theme, QStringLiteral("alertSilencedBy"), Qt::Vertical,
                                 tr("There is no other alert."), this);
    fields()->addField(m_silencedBy, tr("Nobody is told while the same conversation has"));
    connect(m_silencedBy, &CheckList::edited, this, [this](const std::vector<std::string>& ids) {
        change(tr("set what silences it"), [&](AlertTrigger& alert) {
            alert.silencedBy.clear();
            for (const std::string& id : ids)
                alert.silencedBy.push_back({id});
        });
    });
}

void AlertsRoom::buildEscalation()
{
    addHeading(tr("When nobody acknowledges it"));
    addTime(QStringLiteral("alertEscalateAfter"), tr("Passed on after"), mostSeconds, tr("Never passed on"),
            tr("Once, unless it is acknowledged or snoozed by then."), tr("set when it is passed on"),
            &AlertTrigger::escalateAfter);
    addPeople(QStringLiteral("alertEscalateTo"), tr("To the first of these who is there"),
              tr("The same words. Empty: as above."), tr("set to whom it is passed on"), &AlertTrigger::escalateTo);
}

AlertTrigger AlertsRoom::newEntry() const
{
    AlertTrigger alert;
    alert.when = Condition{AllOf{{Condition{Comparison{"conversation.waiting_seconds", Operator::Gt, Value(60.0)}}}}};
    alert.cooldown = seconds{600};
    return alert;
}

void AlertsRoom::showChosen()
{
    const AlertTrigger* const alert = chosen();
    if (!alert)
        return;
    const Rulebook& rulebook = studio().draft.rulebook();
    showText(*m_name, alert->name);
    m_when->setCondition(alert->when, place() + QStringLiteral("/when"));
    m_thresholds->show(alert->when, alert->thresholds, rulebook);
    m_margins->show(alert->when, alert->margins, rulebook);
    for (const auto& [field, time] : m_times)
        showWhole(*field, int(((*alert).*time).count()));
    for (const auto& [field, people] : m_people)
        field->setValues({((*alert).*people).begin(), ((*alert).*people).end()});
    std::vector<std::string> ways;
    for (const AlertWay way : alert->ways)
        ways.emplace_back(nameOf(way));
    m_ways->setChosen(ways);
    CheckList::Choices others;
    std::vector<std::string> silencing;
    for (const AlertTrigger& other : all())
        if (other.id != alert->id)
            others.emplace_back(text(other.id.value), titleOf(other));
    for (const AlertId& other : alert->silencedBy)
        silencing.push_back(other.value);
    m_silencedBy->setChoices(others);
    m_silencedBy->setChosen(silencing);
    fillSchedules(*m_quiet, rulebook, QT_TRANSLATE_NOOP("Rooms", "Never quiet"));
    showChoice(*m_quiet, alert->quiet.value);
    showWhole(*m_budget, alert->budgetPerHour);
}

std::vector<EntryRoom::Reference> AlertsRoom::references(const QString& id) const
{
    return referencesFrom<Reference>(usesOf(studio().draft.rulebook(), AlertId{id.toStdString()}));
}

}
