#include "routing/conditions/evaluate.h"
#include "routing/rulebook/phrases.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/attribute_picker.h"
#include "ui/policies/editor/comparison_edits.h"
#include "ui/policies/editor/condition_row.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/seen_values.h"
#include "ui/policies/editor/value_histogram.h"
#include "ui/shared/bars.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QEvent>
#include <QLabel>

namespace signalbox {
namespace {

constexpr int negatedRole = Qt::UserRole + 1;

// Negations that no operator of its own says.
bool hasOwnNegation(Operator op)
{
    return op == Operator::Eq || op == Operator::Ne || op == Operator::In || op == Operator::Nin
        || op == Operator::Exists || op == Operator::Empty;
}

}

void ConditionRow::fillOperators()
{
    const auto* const comparison = std::get_if<Comparison>(&m_leaf);
    const ValueType type = comparison ? leftType() : ValueType::Boolean;
    const bool toAttribute = comparison && std::holds_alternative<AttributeRef>(comparison->operand);
    const int current = comparison ? int(comparison->op) : int(std::get<ScheduleTest>(m_leaf).open);
    const QString wanted = QStringLiteral("%1/%2/%3/%4")
                               .arg(comparison ? int(type) : -1)
                               .arg(toAttribute)
                               .arg(m_negated)
                               .arg(m_negated ? current : -1);
    if (wanted != m_operatorsFor) {
        m_operatorsFor = wanted;
        m_operator->clear();
        const auto add = [this](const QString& words, int operation, bool negated) {
            m_operator->addItem(words, operation);
            m_operator->setItemData(m_operator->count() - 1, negated, negatedRole);
        };
        if (comparison) {
            std::vector<Operator> operators = operatorsFor(type);
            if (toAttribute)
                std::erase_if(operators, [type](Operator op) { return !rightAttributeType(op, type); });
            for (const Operator op : operators)
                add(operatorWords(op, type), int(op), false);
            m_operator->insertSeparator(m_operator->count());
            for (const Operator op : operators)
                if (!hasOwnNegation(op) || (m_negated && int(op) == current))
                    add(operatorWords(op, type, true), int(op), true);
        } else {
            add(tr("is open"), 1, false);
            add(tr("is closed"), 0, false);
            if (m_negated)
                add(current ? tr("is not open") : tr("is not closed"), current, true);
        }
    }
    for (int i = 0; i < m_operator->count(); ++i)
        if (m_operator->itemData(i).isValid() && m_operator->itemData(i).toInt() == current
            && m_operator->itemData(i, negatedRole).toBool() == m_negated) {
            m_operator->setCurrentIndex(i);
            m_operator->setToolTip(m_operator->currentText().toHtmlEscaped());
            return;
        }
    m_operator->setCurrentIndex(-1);
}

void ConditionRow::chooseAttribute()
{
    m_attribute->setFocus(Qt::OtherFocusReason);
    m_attribute->showPopup();
}

void ConditionRow::takeAttribute(const AttributeChoice& choice)
{
    if (choice.isSchedule) {
        m_leaf = ScheduleTest{ScheduleId{choice.name}, true};
        tell(true);
        m_operator->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto* const before = std::get_if<Comparison>(&m_leaf);
    const Comparison after = withAttribute(before ? *before : Comparison{}, choice.name, choice.type);
    m_leaf = after;
    m_touched = false;
    tell(isFinished(after, choice.type));
    focusMain();
}

void ConditionRow::takeOperator()
{
    const int chosen = m_operator->currentData().toInt();
    const bool negated = m_operator->currentData(negatedRole).toBool();
    m_negated = negated;
    if (std::holds_alternative<ScheduleTest>(m_leaf)) {
        std::get<ScheduleTest>(m_leaf).open = chosen == 1;
        tell(true);
        return;
    }
    const ValueType type = leftType();
    const Comparison after = withOperator(std::get<Comparison>(m_leaf), Operator(chosen), type);
    m_leaf = after;
    tell(isFinished(after, type));
}

void ConditionRow::takeOperand(bool typing)
{
    const auto operand = m_field->operand();
    auto& comparison = std::get<Comparison>(m_leaf);
    if (operand)
        comparison.operand = *operand;
    if (!typing)
        m_touched = true;
    tell(operand.has_value(), typing);
}

bool ConditionRow::comparesWithAttribute() const { return m_kind.isAttribute; }

bool ConditionRow::mayCompareWithAttribute() const
{
    const auto* const comparison = std::get_if<Comparison>(&m_leaf);
    return comparison && !comparison->attribute.empty() && rightAttributeType(comparison->op, leftType());
}

void ConditionRow::compareWithAttribute(bool attribute)
{
    auto& comparison = std::get<Comparison>(m_leaf);
    comparison = withoutRightSide(comparison, leftType());
    if (attribute)
        comparison.operand = AttributeRef{};
    m_touched = false;
    tell(false);
    m_field->setFocus(Qt::OtherFocusReason);
}

void ConditionRow::tell(bool finished, bool typing)
{
    m_finished = finished;
    Q_EMIT changed(m_leaf, m_negated, finished, typing);
    showTrouble();
}

void ConditionRow::setProblem(const QString& words)
{
    if (words == m_problem)
        return;
    m_problem = words;
    showTrouble();
}

void ConditionRow::showTrouble()
{
    const auto* const comparison = std::get_if<Comparison>(&m_leaf);
    const bool isChosen = !comparison || !comparison->attribute.empty();
    QString words = isChosen && (m_touched || m_kind.isPattern) ? m_field->trouble() : QString();
    bool isBad = !words.isEmpty();
    if (words.isEmpty() && !m_finished)
        words = tr("Not finished: the policy does not look at this yet.");
    else if (words.isEmpty() && !m_problem.isEmpty()) {
        words = m_problem;
        isBad = true;
    }
    setTextStyle(*m_trouble, m_theme, TextStyle::Secondary, isBad ? ThemeColor::Bad : ThemeColor::Warn);
    m_trouble->setContentsMargins(m_theme.px(28), 0, 0, 0);
    m_trouble->setText(words);
    m_trouble->setVisible(!words.isEmpty());
}

void ConditionRow::setPassRate(std::optional<double> share)
{
    m_passText->setText(share ? tr("%1 pass").arg(formatPercent(*share)) : QStringLiteral("—"));
    m_passBar->setShare(share.value_or(0), ThemeColor::Control);
}

void ConditionRow::setMark(const RowMark& mark)
{
    m_mark = mark;
    const bool holds = mark.holds.value_or(false);
    const ThemeColor color = holds ? ThemeColor::Good : mark.isMuted ? ThemeColor::TextMuted : ThemeColor::Bad;
    const int size = m_theme.px(14);
    m_markIcon->setPixmap(mark.holds ? m_theme.pixmap(holds ? QStringLiteral("check") : QStringLiteral("cross"), color,
                                                      size, devicePixelRatioF())
                                     : QPixmap());
    m_markIcon->setAccessibleName(!mark.holds ? QString() : holds ? tr("holds") : tr("does not hold"));
    m_markText->setLook(TextStyle::Secondary, color);
    m_markText->setText(mark.found);
}

// Under the row that has the focus: the values seen lately; and as suggestions in its field.
void ConditionRow::showSeen()
{
    const auto* const comparison = std::get_if<Comparison>(&m_leaf);
    const bool isChosen = comparison && !comparison->attribute.empty() && !m_surroundings.isReadOnly;
    const bool hasFocus = isAncestorOf(window()->focusWidget());
    const SeenValues* const seen = isChosen && hasFocus ? m_surroundings.seen.of(comparison->attribute) : nullptr;
    m_seenPanel->setVisible(seen && seen->conversations > 0);
    if (!seen)
        return;
    QStringList suggestions;
    for (const auto& [value, count] : seen->common)
        suggestions << line(value, 200);
    m_field->setSuggestions(suggestions);
    Comparison asked = *comparison;
    const Patterns none;
    m_seenPanel->show(*seen, unitOf(asked.attribute, m_surroundings.context.draft.rulebook()), [&](double number) {
        const Values values{{asked.attribute, Value(number)}};
        return m_finished && holds(asked, Facts{values, none, {}, {}}) != m_negated;
    });
}

bool ConditionRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ConditionRow::showSeen, Qt::QueuedConnection);
    return ConditionLine::eventFilter(watched, event);
}

}
