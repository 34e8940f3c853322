#include "ui/policies/rooms/threshold_table.h"

#include "model/domain/names.h"
#include "routing/conditions/walk.h"
#include "routing/rulebook/describe.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::array channels{Channel::Website, Channel::WhatsApp, Channel::Api, Channel::Import};

const double* numberOf(const Comparison& comparison)
{
    const auto* const value = std::get_if<Value>(&comparison.operand);
    return value ? std::get_if<double>(value) : nullptr;
}

// As its unit is written: "0:30" for seconds.
std::optional<double> readNumber(const QString& words, const std::string& unit)
{
    const auto read = readLiteralText(words.trimmed(), ValueType::Number, unit);
    const auto* const number = read ? std::get_if<double>(&*read) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

QString fieldName(std::size_t row, Channel channel)
{
    return QStringLiteral("threshold%1%2").arg(row).arg(QString::fromStdString(std::string(nameOf(channel))));
}

}

std::vector<std::string> comparedNumbers(const Condition& condition)
{
    std::vector<std::string> attributes;
    forEachLeaf(condition, [&](const Comparison& comparison) {
        if (numberOf(comparison) && std::ranges::find(attributes, comparison.attribute) == attributes.end())
            attributes.push_back(comparison.attribute);
    });
    return attributes;
}

std::optional<double> comparedNumber(const Condition& condition, const std::string& attribute)
{
    std::optional<double> found;
    forEachLeaf(condition, [&](const Comparison& comparison) {
        if (const double* const number = comparison.attribute == attribute && !found ? numberOf(comparison) : nullptr)
            found = *number;
    });
    return found;
}

Condition withNumber(Condition condition, const std::string& attribute, double number)
{
    const auto inParts = [&](std::vector<Condition>& parts) {
        for (Condition& part : parts)
            part = withNumber(std::move(part), attribute, number);
    };
    if (auto* all = std::get_if<AllOf>(&condition.node))
        inParts(all->parts);
    else if (auto* any = std::get_if<AnyOf>(&condition.node))
        inParts(any->parts);
    else if (auto* negated = std::get_if<Not>(&condition.node); negated && negated->part)
        negated->part = std::make_shared<const Condition>(withNumber(*negated->part, attribute, number));
    else if (auto* comparison = std::get_if<Comparison>(&condition.node);
             comparison && comparison->attribute == attribute && numberOf(*comparison))
        comparison->operand = Value(number);
    return condition;
}

ThresholdTable::ThresholdTable(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(8));
    m_grid->setVerticalSpacing(theme.px(4));
    m_grid->setColumnStretch(int(channels.size()) + 1, 1);
}

void ThresholdTable::show(const Condition& when, const Thresholds& thresholds, const Rulebook& rulebook)
{
    m_thresholds = thresholds;
    std::vector<std::string> attributes = comparedNumbers(when);
    if (attributes != m_attributes || m_grid->count() == 0)
        build(attributes, rulebook);
    fill(when);
}

void ThresholdTable::build(const std::vector<std::string>& attributes, const Rulebook& rulebook)
{
    m_attributes = attributes;
    m_units.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (attributes.empty()) {
        m_grid->addWidget(newParagraph(tr("The condition compares nothing with a number."), m_theme,
                                       TextStyle::Secondary, ThemeColor::TextMuted, this),
                          0, 0, 1, -1);
        return;
    }
    for (std::size_t column = 0; column < channels.size(); ++column)
        m_grid->addWidget(
            newLabel(channelName(channels[column]), m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this), 0,
            int(column) + 1);
    for (std::size_t row = 0; row < attributes.size(); ++row) {
        m_units.push_back(unitOf(attributes[row], rulebook));
        const QString label = upperFirst(line(attributeLabel(attributes[row], rulebook), 60));
        m_grid->addWidget(newLabel(label, m_theme, TextStyle::Body, ThemeColor::Text, this), int(row) + 1, 0);
        for (std::size_t column = 0; column < channels.size(); ++column) {
            auto* field = new QLineEdit(this);
            field->setObjectName(fieldName(row, channels[column]));
            field->setAccessibleName(tr("%1 on %2").arg(label, channelName(channels[column])));
            field->setFixedWidth(m_theme.px(88));
            field->setMaxLength(20);
            m_grid->addWidget(field, int(row) + 1, int(column) + 1);
            connect(field, &QLineEdit::textEdited, this,
                    [this, channel = std::string(nameOf(channels[column])),
                     attribute = attributes[row], unit = m_units[row]](const QString& text) {
                        readField(channel, attribute, unit, text);
                    });
        }
    }
}

void ThresholdTable::fill(const Condition& when)
{
    for (std::size_t row = 0; row < m_attributes.size(); ++row)
        for (const Channel channel : channels) {
            auto* const field = findChild<QLineEdit*>(fieldName(row, channel));
            if (!field)
                continue;
            const std::string& unit = m_units[row];
            field->setPlaceholderText(literalText(Value(comparedNumber(when, m_attributes[row]).value_or(0)), unit));
            const auto ofChannel = m_thresholds.find(std::string(nameOf(channel)));
            const bool has = ofChannel != m_thresholds.end() && ofChannel->second.contains(m_attributes[row]);
            const std::optional<double> shown = readNumber(field->text(), unit);
            const double wanted = has ? ofChannel->second.at(m_attributes[row]) : 0;
            if (has ? shown != wanted : !field->text().isEmpty() && !field->hasFocus())
                field->setText(has ? literalText(Value(wanted), unit) : QString());
        }
}

void ThresholdTable::readField(const std::string& channel, const std::string& attribute,
                               const std::string& unit, const QString& text)
{
    Thresholds after = m_thresholds;
    if (const auto number = readNumber(text, unit))
        after[channel][attribute] = *number;
    else if (!text.trimmed().isEmpty())
        return;   // not a number yet: what was there stays
    else if (const auto ofChannel = after.find(channel); ofChannel != after.end()) {
        ofChannel->second.erase(attribute);
        if (ofChannel->second.empty())
            after.erase(ofChannel);
    }
    if (after == m_thresholds)
        return;
    m_thresholds = after;
    Q_EMIT edited(m_thresholds);
}

}
