#include "ui/settings/address_rows.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAddress = 254;

}

AddressRows::AddressRows(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(context.theme.px(12));
    m_grid->setVerticalSpacing(context.theme.px(6));
    m_grid->setColumnStretch(1, 1);
}

void AddressRows::setAddresses(const std::map<std::string, std::string>& addresses)
{
    std::map<std::string, std::string> people;
    for (const auto& [id, agent] : m_context.model.agents())
        people.emplace(id.value, agent.agent.name);
    if (m_people != people) {   // else the keyboard stays where it is
        m_people = std::move(people);
        makeRows();
    }
    m_others = addresses;
    for (const auto& [id, field] : m_fields) {
        const auto known = addresses.find(id);
        field->setText(known == addresses.end() ? QString() : text(known->second));
        m_others.erase(id);
    }
}

void AddressRows::makeRows()
{
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_fields.clear();
    int row = 0;
    for (const auto& [id, person] : m_people) {
        const QString name = line(person, 60);
        auto* field = new QLineEdit(this);
        field->setObjectName(u"address_"_s + text(id));
        field->setAccessibleName(tr("E-mail address of %1").arg(name));
        field->setMaxLength(longestAddress);
        m_grid->addWidget(newLabel(name, m_context.theme, TextStyle::Body, ThemeColor::Text, this), row, 0);
        m_grid->addWidget(field, row++, 1);
        m_fields.emplace(id, field);
        connect(field, &QLineEdit::textEdited, this, &AddressRows::edited);
    }
}

std::map<std::string, std::string> AddressRows::addresses() const
{
    std::map<std::string, std::string> all = m_others;
    for (const auto& [id, field] : m_fields)
        if (const QString address = field->text().trimmed(); !address.isEmpty())
            all[id] = address.toStdString();
    return all;
}

}
