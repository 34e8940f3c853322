#include "ui/policies/editor/action_row.h"

#include "routing/rulebook/describe.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/action_field_edit.h"
#include "ui/policies/editor/grip.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace signalbox {

ActionRow::ActionRow(const StudioContext& context, SeenValuesStore& seen, QWidget* parent)
    : QWidget(parent), m_context(context), m_seen(seen)
{
    Theme& theme = context.page.theme;
    setObjectName(QStringLiteral("actionRow"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, theme.px(4), 0, theme.px(4));
    m_column->setSpacing(theme.px(4));
    m_row = new QHBoxLayout;
    m_row->setSpacing(theme.px(8));
    m_column->addLayout(m_row);
    m_grip = new Grip(theme, QStringLiteral("actionGrip"), this);
    m_kind = new QuietCombo(tr("What happens"), QStringLiteral("actionKind"), this);
    m_kind->setFixedWidth(theme.px(184));
    for (std::size_t kind = 0; kind < actionKinds(); ++kind)
        m_kind->addItem(actionKindWords(kind), int(kind));
    m_remove
        = newIconButton(theme, QStringLiteral("close"), tr("Remove this action"), QStringLiteral("removeAction"), this);
    m_row->addWidget(m_grip, 0, Qt::AlignTop);
    m_row->addWidget(m_kind, 0, Qt::AlignTop);
    m_row->addWidget(m_remove, 0, Qt::AlignTop);
    m_trouble = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::Bad, this);
    m_trouble->setObjectName(QStringLiteral("actionTrouble"));
    m_trouble->setContentsMargins(theme.px(28), 0, 0, 0);
    m_trouble->hide();
    m_column->addWidget(m_trouble);
    connect(m_kind, &QComboBox::activated, this, &ActionRow::takeKind);
    connect(m_remove, &QToolButton::clicked, this, &ActionRow::removeWanted);
}

void ActionRow::showAction(const Action& action, const QString& trouble, bool readOnly)
{
    const bool otherKind = !m_built || m_action.index() != action.index();
    m_action = action;
    m_built = true;
    if (otherKind)
        replaceFields();
    m_kind->chooseData(int(action.index()));
    m_kind->setEnabled(!readOnly);
    for (auto& [edit, field] : m_fields) {
        edit->showText(field.read(m_action));
        edit->setReadOnly(readOnly);
    }
    m_grip->setVisible(!readOnly);
    m_remove->setVisible(!readOnly);
    m_grip->setSubject(tr("Action: %1").arg(line(describe(action, m_context.draft.rulebook()), 160)));
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
}

void ActionRow::replaceFields()
{
    const bool hadFocus = m_fieldsBox && m_fieldsBox->isAncestorOf(window()->focusWidget());
    if (m_fieldsBox) {
        m_fieldsBox->hide();
        m_row->removeWidget(m_fieldsBox);
        m_fieldsBox->deleteLater();
    }
    Theme& theme = m_context.page.theme;
    m_fields.clear();
    m_fieldsBox = new QWidget(this);
    auto* row = new QHBoxLayout(m_fieldsBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    const std::vector<ActionField> fields = fieldsOf(m_action);
    for (const ActionField& field : fields) {
        if (fields.size() > 1 || field.part == ActionPart::Span)
            row->addWidget(newLabel(field.label, theme, TextStyle::Body, ThemeColor::TextMuted, m_fieldsBox));
        ActionFieldEdit* const edit = newActionFieldEdit(field, m_context, m_seen, m_fieldsBox);
        const bool grows
            = field.part != ActionPart::Span && field.part != ActionPart::Share && field.part != ActionPart::Level;
        row->addWidget(edit, grows ? 1 : 0);
        connect(edit, &ActionFieldEdit::edited, this, [this, edit, write = field.write](bool typing) {
            Action after = m_action;
            write(after, edit->currentText());
            m_action = after;
            Q_EMIT changed(after, typing);
        });
        m_fields.emplace_back(edit, field);
    }
    const bool anyGrows
        = std::ranges::any_of(fields, [](const ActionField& field) { return field.part != ActionPart::Span; });
    if (!anyGrows)
        row->addStretch(1);
    m_row->insertWidget(2, m_fieldsBox, 1);
    m_fieldsBox->show();
    if (hadFocus)
        focusMain();
}

void ActionRow::takeKind()
{
    const auto kind = std::size_t(m_kind->currentData().toInt());
    if (kind != m_action.index())
        Q_EMIT changed(newAction(kind, m_context.draft.rulebook()), false);
}

QList<QWidget*> ActionRow::tabChain() const
{
    QList<QWidget*> chain{m_grip, m_kind};
    for (const auto& [edit, field] : m_fields)
        chain << edit;
    return chain << m_remove;
}

void ActionRow::focusMain()
{
    if (m_fields.empty())
        m_kind->setFocus(Qt::OtherFocusReason);
    else
        m_fields.front().first->setFocus(Qt::OtherFocusReason);
}

}
