#include "ui/policies/editor/condition_row.h"

#include "routing/rulebook/phrases.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/attribute_picker.h"
#include "ui/policies/editor/comparison_edits.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/seen_values.h"
#include "ui/policies/editor/value_histogram.h"
#include "ui/shared/bars.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace signalbox {

ConditionRow::ConditionRow(LineSurroundings& surroundings, QWidget* parent) : ConditionLine(surroundings, parent)
{
    setObjectName(QStringLiteral("conditionRow"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(m_theme.px(4));
    m_row = new QHBoxLayout;
    m_row->setSpacing(m_theme.px(8));
    column->addLayout(m_row);
    m_attribute = new AttributeCombo(surroundings.context, surroundings.seen, std::nullopt, tr("Attribute"),
                                     QStringLiteral("conditionAttribute"), this);
    m_operator = new QuietCombo(tr("Operator"), QStringLiteral("conditionOperator"), this);
    m_row->addWidget(m_grip, 0, Qt::AlignTop);
    m_row->addWidget(m_attribute, 0, Qt::AlignTop);
    m_row->addWidget(m_operator, 0, Qt::AlignTop);
    buildColumns();
    m_trouble = newParagraph({}, m_theme, TextStyle::Secondary, ThemeColor::Bad, this);
    m_trouble->setObjectName(QStringLiteral("conditionTrouble"));
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_seenPanel = new ValueHistogram(m_theme, this);
    m_seenPanel->hide();
    column->addWidget(m_seenPanel);
    connect(m_attribute, &AttributeCombo::chosen, this, &ConditionRow::takeAttribute);
    connect(m_operator, &QComboBox::activated, this, &ConditionRow::takeOperator);
    connect(&surroundings.seen, &SeenValuesStore::arrived, this, &ConditionRow::showSeen);
    for (QWidget* const part :
         {static_cast<QWidget*>(m_grip), static_cast<QWidget*>(m_attribute), static_cast<QWidget*>(m_operator)})
        part->installEventFilter(this);
    connect(&m_theme, &Theme::changed, this, [this] { setMark(m_mark); });
    replaceField(OperandKind{});
}

void ConditionRow::buildColumns()
{
    m_passColumn = new QWidget(this);
    auto* pass = new QVBoxLayout(m_passColumn);
    pass->setContentsMargins(0, m_theme.px(2), 0, 0);
    pass->setSpacing(m_theme.px(3));
    m_passText = new ElidedLabel(m_theme, TextStyle::Secondary, ThemeColor::TextMuted, m_passColumn);
    m_passText->setObjectName(QStringLiteral("conditionPassRate"));
    m_passBar = new Bar(m_theme, m_passColumn);
    pass->addWidget(m_passText);
    pass->addWidget(m_passBar);
    m_markIcon = new QLabel(this);
    m_markText = new ElidedLabel(m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_markText->setObjectName(QStringLiteral("conditionMark"));
    m_more = newIconButton(m_theme, QStringLiteral("more"), tr("More for this condition"),
                           QStringLiteral("conditionMore"), this);
    m_more->installEventFilter(this);
    m_row->addWidget(m_passColumn, 0, Qt::AlignTop);
    m_row->addWidget(m_markIcon, 0, Qt::AlignTop);
    m_row->addWidget(m_markText, 0, Qt::AlignTop);
    m_row->addWidget(m_more, 0, Qt::AlignTop);
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    setPassRate(std::nullopt);
    setMark({});
    fitColumns();
}

void ConditionRow::fitColumns()
{
    m_attribute->setFixedWidth(m_theme.px(m_surroundings.showsSample ? 140 : 116));
    m_operator->setFixedWidth(m_theme.px(m_surroundings.showsSample ? 124 : 104));
    m_passColumn->setFixedWidth(m_theme.px(62));
    m_passColumn->setVisible(m_surroundings.showsPassRates);
    m_markIcon->setFixedSize(m_theme.px(14), m_theme.px(28));
    m_markIcon->setVisible(m_surroundings.showsSample);
    m_markText->setFixedSize(m_theme.px(84), m_theme.px(28));
    m_markText->setVisible(m_surroundings.showsSample);
    m_more->setVisible(!m_surroundings.isReadOnly);
    m_grip->setVisible(!m_surroundings.isReadOnly);
    layout()->setContentsMargins(indent(m_theme, m_depth), m_theme.px(5), 0, m_theme.px(5));
}

void ConditionRow::showNode(const ConditionNode& node, int depth)
{
    const bool isOther = node.id != id();
    keep(node, depth);
    m_leaf = node.leaf;
    m_negated = node.negated;
    m_finished = node.finished;
    if (isOther)
        m_touched = false;
    if (const ScheduleTest* const test = node.schedule())
        showSchedule(*test);
    else
        showComparison(std::get<Comparison>(m_leaf));
    m_attribute->setEnabled(!m_surroundings.isReadOnly);
    m_operator->setEnabled(!m_surroundings.isReadOnly);
    m_field->setReadOnly(m_surroundings.isReadOnly);
    fitColumns();
    showTrouble();
    showSeen();
}

void ConditionRow::showComparison(const Comparison& comparison)
{
    const Rulebook& rulebook = m_surroundings.context.draft.rulebook();
    const bool isChosen = !comparison.attribute.empty();
    const QString label = isChosen ? attributeWords(comparison.attribute, rulebook) : QString();
    m_attribute->showChoice(label, line(comparison.attribute, 200));
    m_operator->setEnabled(isChosen);
    const OperandField* const before = m_field;
    fillOperators();
    replaceField(isChosen ? operandKind(comparison, leftType(), unitOf(comparison.attribute, rulebook))
                          : OperandKind{});
    m_field->setEnabled(isChosen);
    const bool isBeingWritten = !m_finished && m_field == before && m_field->isAncestorOf(window()->focusWidget());
    if (!isBeingWritten)
        m_field->showOperand(comparison.operand);
    const QString words = isChosen ? tr("%1 %2").arg(label, line(predicate(comparison, m_negated, rulebook), 200))
                                   : tr("not chosen yet");
    m_grip->setSubject(tr("Condition: %1").arg(words));
    m_attribute->setAccessibleDescription(words);
}

void ConditionRow::showSchedule(const ScheduleTest& test)
{
    const QString name = line(nameOf(test.schedule, m_surroundings.context.draft.rulebook()), 80);
    m_attribute->showChoice(name, tr("schedule"));
    fillOperators();
    replaceField(OperandKind{OperandForm::Nothing});
    m_grip->setSubject(tr("Condition: %1 %2").arg(name, m_operator->currentText()));
}

ValueType ConditionRow::leftType() const
{
    return typeOfLeft(std::get<Comparison>(m_leaf), m_surroundings.context.draft.rulebook());
}

void ConditionRow::replaceField(const OperandKind& kind)
{
    if (m_field && kind == m_kind)
        return;
    const bool hadFocus = m_field && m_field->isAncestorOf(window()->focusWidget());
    OperandField* const before = m_field;
    m_kind = kind;
    m_field = kind.isAttribute ? newAttributeOperand(m_surroundings.context, m_surroundings.seen, kind.type, this)
                               : newOperandField(kind, tr("Value"), m_theme, this);
    if (before) {
        delete m_row->replaceWidget(before, m_field);
        before->hide();
        before->deleteLater();
    } else {
        m_row->insertWidget(3, m_field);
    }
    m_row->setStretchFactor(m_field, 1);
    m_row->setAlignment(m_field, Qt::AlignTop);
    m_field->setMinimumHeight(m_theme.px(28));
    connect(m_field, &OperandField::edited, this, &ConditionRow::takeOperand);
    connect(m_field, &OperandField::left, this, [this] {
        m_touched = true;
        showTrouble();
        showSeen();
    });
    for (QWidget* const part : m_field->findChildren<QWidget*>())
        part->installEventFilter(this);
    m_field->show();
    if (hadFocus)
        m_field->setFocus();
}

QList<QWidget*> ConditionRow::tabChain() const
{
    return {m_grip, m_attribute, m_operator, m_field, m_more};
}

void ConditionRow::focusMain()
{
    const auto* const comparison = std::get_if<Comparison>(&m_leaf);
    if (comparison && comparison->attribute.empty())
        m_attribute->setFocus(Qt::OtherFocusReason);
    else if (m_kind.form == OperandForm::Nothing)
        m_operator->setFocus(Qt::OtherFocusReason);
    else
        m_field->setFocus(Qt::OtherFocusReason);
}

void ConditionRow::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_surroundings.isReadOnly)
        Q_EMIT menuWanted(event->globalPos());
}

}
