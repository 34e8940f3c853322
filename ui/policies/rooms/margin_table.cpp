#include "ui/policies/rooms/margin_table.h"

#include "routing/rulebook/describe.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/policies/editor/literal_edit.h"
#include "ui/policies/rooms/threshold_table.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QGridLayout>
#include <QLabel>

namespace signalbox {
namespace {

QString marginField(std::size_t row) { return QStringLiteral("alertMargin%1").arg(row); }

std::optional<double> marginIn(const LiteralEdit& field)
{
    const auto value = field.value();
    const auto* const number = value ? std::get_if<double>(&*value) : nullptr;
    return number && *number >= 0 ? std::optional(*number) : std::nullopt;
}

}

MarginTable::MarginTable(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(8));
    m_grid->setVerticalSpacing(theme.px(4));
    m_grid->setColumnStretch(2, 1);
}

void MarginTable::show(const Condition& when, const Margins& margins, const Rulebook& rulebook)
{
    m_margins = margins;
    std::vector<std::string> attributes = comparedNumbers(when);
    if (attributes != m_attributes || m_grid->count() == 0)
        build(attributes, rulebook);
    for (std::size_t row = 0; row < m_attributes.size(); ++row) {
        auto* const field = findChild<LiteralEdit*>(marginField(row));
        const auto margin = margins.find(m_attributes[row]);
        if (margin != margins.end() ? marginIn(*field) != margin->second
                                    : !field->text().isEmpty() && !field->hasFocus()) {
            if (margin == margins.end())
                field->clear();
            else
                field->showValue(Value(margin->second));
        }
    }
}

void MarginTable::build(const std::vector<std::string>& attributes, const Rulebook& rulebook)
{
    m_attributes = attributes;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (attributes.empty())
        m_grid->addWidget(newParagraph(tr("The condition compares nothing with a number."), m_theme,
                                       TextStyle::Secondary, ThemeColor::TextMuted, this),
                          0, 0, 1, -1);
    for (std::size_t row = 0; row < attributes.size(); ++row) {
        const std::string& attribute = attributes[row];
        const QString label = upperFirst(line(attributeLabel(attribute, rulebook), 60));
        m_grid->addWidget(newLabel(label, m_theme, TextStyle::Body, ThemeColor::Text, this), int(row), 0);
        auto* field = new LiteralEdit(m_theme, ValueType::Number, unitOf(attribute, rulebook),
                                      tr("Margin of %1").arg(label), this);
        field->setObjectName(marginField(row));
        field->setFixedWidth(m_theme.px(140));
        field->setMaxLength(20);
        m_grid->addWidget(field, int(row), 1);
        connect(field, &QLineEdit::textEdited, this, [this, attribute, field] {
            const auto margin = marginIn(*field);
            if (!margin && !field->text().trimmed().isEmpty())
                return;   // not a margin yet: what was there stays
            Margins after = m_margins;
            if (margin && *margin > 0)
                after[attribute] = *margin;
            else
                after.erase(attribute);
            if (after != m_margins)
                Q_EMIT edited(after);
        });
    }
}

}
