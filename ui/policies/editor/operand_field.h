#pragma once

#include "routing/conditions/condition.h"
#include "routing/conditions/operators.h"
#include "ui/shared/theme.h"

#include <QStringList>
#include <QWidget>

namespace signalbox {

// Edits what stands on the right of a comparison.
class OperandField : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Emits nothing. A text that a person is writing stays as written when it means the same.
    virtual void showOperand(const Operand& operand) = 0;
    virtual std::optional<Operand> operand() const = 0;   // none while it is unfinished or wrong
    virtual QString trouble() const { return {}; }        // what is wrong; empty when right or merely unfinished
    virtual void setSuggestions(const QStringList& values) { Q_UNUSED(values) }
    virtual void setReadOnly(bool readOnly) { setEnabled(!readOnly); }

Q_SIGNALS:
    void edited(bool typing);
    void left();   // the person goes elsewhere: the moment to say what is wrong
};

// Which field an operator and a type need.
struct OperandKind {
    OperandForm form = OperandForm::One;
    ValueType type = ValueType::String;   // of one literal
    bool isPattern = false;
    bool isAttribute = false;   // another attribute stands on the right: see AttributeField
    std::string unit{};

    bool operator==(const OperandKind&) const = default;
};

// The field for literals. `name` is what a screen reader says.
OperandField* newOperandField(const OperandKind& kind, const QString& name, Theme& theme, QWidget* parent);

}
