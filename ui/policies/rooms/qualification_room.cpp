#include "ui/policies/rooms/qualification_room.h"

#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/rooms/room_fields.h"
#include "ui/shared/buttons.h"
#include "ui/shared/field_column.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace signalbox {

QualificationRoom::QualificationRoom(const StudioContext& context, QWidget* parent)
    : SectionRoom(
        context,
        {QStringLiteral("qualification"), tr("Qualification"),
         tr("What has to be known before a conversation counts as qualified. The AI asks for what is missing."),
         tr("Add criterion"), tr("There are no criteria yet. Add the first one, such as a budget or a date.")},
        tr("criterion", "entry of the rulebook"), &Rulebook::qualification, true, parent),
      m_name(fields()->addLine(QStringLiteral("criterionName"), tr("Name"), 120)),
      m_ask(fields()->addText(QStringLiteral("criterionAsk"), tr("What the AI asks"), 2,
                              tr("As a visitor should read it."))),
      m_required(newSwitch(tr("Required: policies that ask for qualification wait for it"),
                           QStringLiteral("criterionRequired"))),
      m_when(new ConditionEditor(context))
{
    fields()->addPlain(m_required);
    m_when->setObjectName(QStringLiteral("criterionCondition"));
    fields()->addWide(m_when, tr("Met when"), tr("Unknown as long as something it looks at is missing."));
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        change(
            tr("set the name"), [&](Criterion& criterion) { criterion.name = text.toStdString(); },
            QStringLiteral("name"));
    });
    connect(m_ask, &QPlainTextEdit::textChanged, this, [this] {
        const std::string asked = m_ask->toPlainText().toStdString();
        change(
            tr("set the question"), [&](Criterion& criterion) { criterion.ask = asked; }, QStringLiteral("ask"));
    });
    connect(m_required, &QCheckBox::clicked, this, [this](bool required) {
        change(required ? tr("require") : tr("stop requiring"),
               [&](Criterion& criterion) { criterion.required = required; });
    });
    connect(m_when, &ConditionEditor::edited, this,
            [this](const Condition& when, const QString& what, const QString& key) {
                change(
                    what, [&](Criterion& criterion) { criterion.when = when; }, key);
            });
    start();
}

Criterion QualificationRoom::newEntry() const
{
    Criterion criterion;
    criterion.when = Condition{AllOf{}};
    return criterion;
}

void QualificationRoom::showChosen()
{
    const Criterion* const criterion = chosen();
    if (!criterion)
        return;
    showText(*m_name, criterion->name);
    showText(*m_ask, criterion->ask);
    m_required->setChecked(criterion->required);
    m_when->setCondition(criterion->when, place() + QStringLiteral("/when"));
}

}
