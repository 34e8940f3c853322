#include "ui/policies/rooms/alerts_room.h"

#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/policies/rooms/threshold_table.h"
#include "ui/shared/field_column.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace signalbox {
namespace {


}

AlertsRoom::AlertsRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(context,
                  {QStringLiteral("alerts"), tr("Alerts"), tr("What somebody has to know at once, and who is told."),
                   tr("Add alert"), tr("There are no alerts yet. Add the first one, such as a large deal that waits.")},
                  tr("alert", "entry of the rulebook"), &Rulebook::alerts, false, parent),
      m_name(fields()->addLine(QStringLiteral("alertName"), tr("Name"), 120)),
      m_notify(fields()->addText(QStringLiteral("alertNotify"), tr("Who is told"), 3,
                                 tr("One per line: owner, or an agent's id. Empty: everybody sees it in the console."))),
      m_cooldown(
          fields()->addWhole(QStringLiteral("alertCooldown"), tr("Silent afterwards for"), 0, mostSeconds, tr(" s"))),
      m_when(new ConditionEditor(context)),
      m_thresholds(new ThresholdTable(context.page.theme))
{
    m_cooldown->setSpecialValueText(tr("Never silent"));
    m_when->setObjectName(QStringLiteral("alertCondition"));
    fields()->addWide(m_when, tr("Sounds when"));
    m_thresholds->setObjectName(QStringLiteral("alertThresholds"));
    fields()->addWide(m_thresholds, tr("Other numbers on some channels"), tr("Empty: as in the condition."));
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](AlertTrigger& alert) { alert.name = text.toStdString(); }, QStringLiteral("name"));
    });
    connect(m_notify, &QPlainTextEdit::textChanged, this, [this] {
        const std::vector<std::string> told = linesOf(*m_notify);
        change(
            tr("set who is told"), [&](AlertTrigger& alert) { alert.notify = told; }, QStringLiteral("notify"));
    });
    connect(m_cooldown, &QSpinBox::valueChanged, this, [this](int value) {
        change(
            tr("set the silence"), [&](AlertTrigger& alert) { alert.cooldown = seconds{value}; },
            QStringLiteral("cooldown"));
    });
    connect(m_when, &ConditionEditor::edited, this,
            [this](const Condition& when, const QString& what, const QString& key) {
                change(
                    what, [&](AlertTrigger& alert) { alert.when = when; }, key);
            });
    connect(m_thresholds, &ThresholdTable::edited, this, [this](const Thresholds& after) {
        change(
            tr("set the thresholds"), [&](AlertTrigger& alert) { alert.thresholds = after; },
            QStringLiteral("thresholds"));
    });
    start();
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
    showText(*m_name, alert->name);
    if (linesOf(*m_notify) != alert->notify)
        showText(*m_notify, joined(alert->notify).toStdString());
    showWhole(*m_cooldown, int(alert->cooldown.count()));
    m_when->setCondition(alert->when, place() + QStringLiteral("/when"));
    m_thresholds->show(alert->when, alert->thresholds, studio().draft.rulebook());
}

std::vector<EntryRoom::Reference> AlertsRoom::references(const QString& id) const
{
    return referencesFrom<Reference>(usesOf(studio().draft.rulebook(), AlertId{id.toStdString()}));
}

}
