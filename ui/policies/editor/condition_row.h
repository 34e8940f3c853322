#pragma once

#include "ui/policies/editor/condition_line.h"
#include "ui/policies/editor/operand_field.h"

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace signalbox {

class AttributeCombo;
class Bar;
class ElidedLabel;
class QuietCombo;
class ValueHistogram;
struct AttributeChoice;

// A comparison: attribute, operator, value; the share of conversations that pass it, and how it stands on the sample.
class ConditionRow : public ConditionLine {
    Q_OBJECT

public:
    ConditionRow(LineSurroundings& surroundings, QWidget* parent);

    void showNode(const ConditionNode& node, int depth) override;
    QList<QWidget*> tabChain() const override;
    void focusMain() override;
    void fitColumns() override;
    void setMark(const RowMark& mark);
    void setPassRate(std::optional<double> share);
    void chooseAttribute();   // opens the picker
    // What the checker says of this row; empty: nothing.
    void setProblem(const QString& words);
    void compareWithAttribute(bool attribute);   // instead of a value, or the other way
    bool comparesWithAttribute() const;
    bool mayCompareWithAttribute() const;

Q_SIGNALS:
    // A person changed it; an unfinished one is not part of the condition yet.
    void changed(const signalbox::ConditionNode::Leaf& leaf, bool negated, bool finished, bool typing);
    void menuWanted(const QPoint& global);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void buildColumns();
    void showComparison(const Comparison& comparison);
    void showSchedule(const ScheduleTest& test);
    void fillOperators();
    void replaceField(const OperandKind& kind);
    void takeAttribute(const AttributeChoice& choice);
    void takeOperator();
    void takeOperand(bool typing);
    void tell(bool finished, bool typing = false);
    void showTrouble();
    void showSeen();
    ValueType leftType() const;

    ConditionNode::Leaf m_leaf;
    bool m_negated = false;
    bool m_finished = false;
    bool m_touched = false;   // a person has left the field: time to say what is wrong
    RowMark m_mark;
    QString m_problem;
    OperandKind m_kind{OperandForm::Nothing};
    QString m_operatorsFor;   // what the operators were filled for
    QHBoxLayout* m_row;
    AttributeCombo* m_attribute;
    QuietCombo* m_operator;
    OperandField* m_field = nullptr;
    QWidget* m_passColumn;
    ElidedLabel* m_passText;
    Bar* m_passBar;
    QLabel* m_markIcon;
    ElidedLabel* m_markText;
    QToolButton* m_more;
    QLabel* m_trouble;
    ValueHistogram* m_seenPanel;
};

}
