#include "ui/policies/editor/operand_field.h"

#include "routing/conditions/patterns.h"
#include "ui/policies/editor/chip_field.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/literal_edit.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>

namespace signalbox {
namespace {

QHBoxLayout* newRow(QWidget& owner)
{
    auto* row = new QHBoxLayout(&owner);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

class NoOperand : public OperandField {
public:
    using OperandField::OperandField;
    void showOperand(const Operand&) override { }
    std::optional<Operand> operand() const override { return Operand{}; }
};

class OneLiteral : public OperandField {
public:
    OneLiteral(const OperandKind& kind, const QString& name, Theme& theme, QWidget* parent)
        : OperandField(parent), m_kind(kind), m_edit(new LiteralEdit(theme, kind.type, kind.unit, name, this))
    {
        newRow(*this)->addWidget(m_edit);
        setFocusProxy(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(true); });
        connect(m_edit, &LiteralEdit::left, this, &OperandField::left);
    }
    void showOperand(const Operand& operand) override
    {
        if (const auto* const value = std::get_if<Value>(&operand))
            m_edit->showValue(*value);
        else
            m_edit->clear();
    }
    std::optional<Operand> operand() const override
    {
        const auto value = m_edit->value();
        if (!value || (m_kind.isPattern && whyPatternIsRefused(std::get<std::string>(*value))))
            return std::nullopt;
        return Operand{*value};
    }
    QString trouble() const override
    {
        if (m_edit->isWrong())
            return whyNotLiteral(m_kind.type);
        const auto refused = m_kind.isPattern ? whyPatternIsRefused(m_edit->text().toStdString()) : std::nullopt;
        return refused ? tr("This pattern cannot be used: %1.").arg(QString::fromStdString(*refused)) : QString();
    }
    void setSuggestions(const QStringList& values) override
    {
        if (!m_kind.isPattern)
            m_edit->setSuggestions(values);
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    OperandKind m_kind;
    LiteralEdit* m_edit;
};

class YesOrNo : public OperandField {
public:
    YesOrNo(const QString& name, QWidget* parent)
        : OperandField(parent), m_combo(new QuietCombo(name, QStringLiteral("conditionValue"), this))
    {
        newRow(*this)->addWidget(m_combo);
        setFocusProxy(m_combo);
        m_combo->addItem(tr("yes"), true);
        m_combo->addItem(tr("no"), false);
        connect(m_combo, &QComboBox::activated, this, [this] { Q_EMIT edited(false); });
    }
    void showOperand(const Operand& operand) override
    {
        const auto* const value = std::get_if<Value>(&operand);
        const auto* const yes = value ? std::get_if<bool>(value) : nullptr;
        yes ? m_combo->chooseData(*yes) : m_combo->setCurrentIndex(-1);
    }
    std::optional<Operand> operand() const override
    {
        return m_combo->currentIndex() < 0 ? std::nullopt
                                           : std::optional(Operand{Value{m_combo->currentData().toBool()}});
    }

private:
    QuietCombo* m_combo;
};

class TwoLiterals : public OperandField {
public:
    TwoLiterals(const OperandKind& kind, const QString& name, Theme& theme, QWidget* parent)
        : OperandField(parent), m_type(kind.type)
    {
        m_low = new LiteralEdit(theme, kind.type, kind.unit, tr("%1: lowest").arg(name), this);
        m_high = new LiteralEdit(theme, kind.type, kind.unit, tr("%1: highest").arg(name), this);
        m_high->setObjectName(QStringLiteral("conditionHighest"));
        QHBoxLayout* row = newRow(*this);
        row->setSpacing(theme.px(6));
        row->addWidget(m_low, 1);
        row->addWidget(newLabel(tr("and"), theme, TextStyle::Secondary, ThemeColor::TextMuted, this));
        row->addWidget(m_high, 1);
        setFocusProxy(m_low);
        for (LiteralEdit* edit : {m_low, m_high}) {
            connect(edit, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(true); });
            connect(edit, &LiteralEdit::left, this, &OperandField::left);
        }
    }
    void showOperand(const Operand& operand) override
    {
        const auto* const pair = std::get_if<std::vector<Value>>(&operand);
        if (!pair || pair->size() != 2) {
            m_low->clear();
            m_high->clear();
            return;
        }
        m_low->showValue(pair->front());
        m_high->showValue(pair->back());
    }
    std::optional<Operand> operand() const override
    {
        const auto low = m_low->value();
        const auto high = m_high->value();
        if (!low || !high || *high < *low)
            return std::nullopt;
        return Operand{std::vector<Value>{*low, *high}};
    }
    QString trouble() const override
    {
        if (m_low->isWrong() || m_high->isWrong())
            return whyNotLiteral(m_type);
        const auto low = m_low->value();
        const auto high = m_high->value();
        return low && high && *high < *low ? tr("The first is more than the second: nothing lies between them.")
                                           : QString();
    }
    void setReadOnly(bool readOnly) override
    {
        m_low->setReadOnly(readOnly);
        m_high->setReadOnly(readOnly);
    }

private:
    ValueType m_type;
    LiteralEdit* m_low;
    LiteralEdit* m_high;
};

// A list of values, or one set.
class SeveralLiterals : public OperandField {
public:
    SeveralLiterals(const OperandKind& kind, const QString& name, Theme& theme, QWidget* parent)
        : OperandField(parent),
          m_isSet(kind.type == ValueType::Set),
          m_chips(new ChipField(theme, m_isSet ? ValueType::String : kind.type, kind.unit, name, this))
    {
        newRow(*this)->addWidget(m_chips);
        setFocusProxy(m_chips);
        connect(m_chips, &ChipField::edited, this, [this] { Q_EMIT edited(false); });
        connect(m_chips, &ChipField::left, this, &OperandField::left);
    }
    void showOperand(const Operand& operand) override
    {
        std::vector<Value> values;
        if (const auto* const list = std::get_if<std::vector<Value>>(&operand))
            values = *list;
        else if (const auto* const value = std::get_if<Value>(&operand))
            if (const auto* const members = std::get_if<StringSet>(value))
                values.assign(members->begin(), members->end());
        m_chips->setValues(values);
    }
    std::optional<Operand> operand() const override
    {
        if (m_chips->values().empty())
            return std::nullopt;
        if (!m_isSet)
            return Operand{m_chips->values()};
        std::vector<std::string> members;
        for (const Value& value : m_chips->values())
            members.push_back(std::get<std::string>(value));
        return Operand{Value{makeStringSet(std::move(members))}};
    }
    QString trouble() const override
    {
        return m_chips->isWrong()       ? tr("This is no such value, so it was not added.")
            : m_chips->values().empty() ? tr("Add one value at least.")
                                        : QString();
    }
    void setSuggestions(const QStringList& values) override { m_chips->setSuggestions(values); }
    void setReadOnly(bool readOnly) override { m_chips->setReadOnly(readOnly); }

private:
    bool m_isSet;
    ChipField* m_chips;
};

}

OperandField* newOperandField(const OperandKind& kind, const QString& name, Theme& theme, QWidget* parent)
{
    if (kind.form == OperandForm::Nothing)
        return new NoOperand(parent);
    if (kind.form == OperandForm::List || kind.type == ValueType::Set)
        return new SeveralLiterals(kind, name, theme, parent);
    if (kind.form == OperandForm::Pair)
        return new TwoLiterals(kind, name, theme, parent);
    if (kind.type == ValueType::Boolean)
        return new YesOrNo(name, parent);
    return new OneLiteral(kind, name, theme, parent);
}

}
