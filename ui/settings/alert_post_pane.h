#pragma once

#include "model/domain/desk_settings.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLineEdit;

namespace signalbox {

class AddressRows;
class CommandAnswers;
class Form;

// Where alerts go that leave the console: a webhook, a mail server, and people's addresses.
class AlertPostPane : public QWidget {
    Q_OBJECT

public:
    AlertPostPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

private:
    void build();
    void fill();
    AlertPostSettings written() const;
    void save();

    PageContext m_context;
    CommandAnswers& m_commands;
    Form* m_form;
    AddressRows* m_addresses;
    QLineEdit* m_webhook = nullptr;
    QLineEdit* m_server = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_from = nullptr;
};

}
