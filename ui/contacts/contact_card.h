#pragma once

#include "model/domain/contact.h"
#include "ui/shared/page_context.h"
#include "ui/shared/scroll_column.h"

namespace signalbox {

// Who a contact is: how they are reached, and the visitors who proved to be them.
class ContactCard : public ScrollColumn {
    Q_OBJECT

public:
    explicit ContactCard(const PageContext& context, QWidget* parent = nullptr);

    void show(const ContactDetail& contact);

Q_SIGNALS:
    void unlinkWanted(const signalbox::LinkedVisitor& visitor);

private:
    QWidget* addresses(const QString& title, const QString& objectName, const std::vector<std::string>& values);
    QWidget* visitors(const ContactDetail& contact);

    PageContext m_context;
};

}
