#include "ui/contacts/contact_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

ContactCard::ContactCard(const PageContext& context, QWidget* parent)
    : ScrollColumn(context.theme, ThemeColor::Raised, parent), m_context(context)
{
    setObjectName(u"contactCard"_s);
    setAccessibleName(tr("Who they are"));
}

void ContactCard::show(const ContactDetail& contact)
{
    QVBoxLayout* column = restart();
    if (!contact.contact.emails.empty())
        column->addWidget(addresses(tr("E-mail"), u"contactEmails"_s, contact.contact.emails));
    if (!contact.contact.phones.empty())
        column->addWidget(addresses(tr("Phone"), u"contactPhones"_s, contact.contact.phones));
    column->addWidget(visitors(contact));
    column->addStretch(1);
    finish();
}

QWidget* ContactCard::addresses(const QString& title, const QString& objectName, const std::vector<std::string>& values)
{
    auto* section = new CardSection(m_context.theme, title);
    for (const std::string& value : values) {
        QLabel* label = newParagraph(line(value), m_context.theme, TextStyle::Body, ThemeColor::Text, section);
        label->setObjectName(objectName);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAccessibleName(title + u": "_s + line(value));
        section->content()->addWidget(label);
    }
    return section;
}

QWidget* ContactCard::visitors(const ContactDetail& contact)
{
    Theme& theme = m_context.theme;
    auto* section = new CardSection(theme, tr("Visitors"));
    section->setTotal(formatCount(qint64(contact.visitors.size())));
    section->setLastInCard(true);
    const bool several = contact.visitors.size() > 1;
    for (const LinkedVisitor& visitor : contact.visitors) {
        const QString name = visitor.name.empty() ? tr("A visitor without a name") : line(visitor.name);
        auto* entry = new QWidget(section);
        auto* column = new QVBoxLayout(entry);
        column->setContentsMargins(0, 0, 0, theme.px(8));
        column->setSpacing(theme.px(2));
        column->addWidget(newParagraph(name, theme, TextStyle::BodyStrong, ThemeColor::Text, entry));
        column->addWidget(newParagraph(tr("Known by %1, %2", "what proved it, and when")
                                           .arg(line(visitor.because), formatAgo(visitor.at, m_context.now())),
                                       theme, TextStyle::Secondary, ThemeColor::TextMuted, entry));
        QPushButton* unlink = newSmallButton(tr("Not the same person"), u"unlinkVisitor"_s, entry);
        unlink->setAccessibleName(tr("%1 is not the same person").arg(name));
        unlink->setEnabled(several);
        unlink->setToolTip(several ? QString() : tr("This contact is known from this visitor alone."));
        connect(unlink, &QPushButton::clicked, this, [this, visitor] { Q_EMIT unlinkWanted(visitor); });
        column->addWidget(unlink, 0, Qt::AlignLeft);
        section->content()->addWidget(entry);
    }
    return section;
}

}
