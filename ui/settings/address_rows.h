#pragma once

#include "ui/shared/page_context.h"

#include <QWidget>

#include <map>
#include <string>

class QGridLayout;
class QLineEdit;

namespace signalbox {

// An e-mail address for each person of the workspace, by name.
class AddressRows : public QWidget {
    Q_OBJECT

public:
    explicit AddressRows(const PageContext& context, QWidget* parent = nullptr);

    void setAddresses(const std::map<std::string, std::string>& addresses);   // by agent's id
    std::map<std::string, std::string> addresses() const;                     // those that are not empty

Q_SIGNALS:
    void edited();

private:
    void makeRows();

    PageContext m_context;
    QGridLayout* m_grid;
    std::map<std::string, std::string> m_people;   // names by id, as the rows show them
    std::map<std::string, QLineEdit*> m_fields;
    std::map<std::string, std::string> m_others;   // of people who are not here any more
};

}
