#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace signalbox {

// What is asked of an agent less and less as a conversation waits: a row for each step, with a button that adds one.
class RelaxTable : public QWidget {
    Q_OBJECT

public:
    explicit RelaxTable(Theme& theme, QWidget* parent = nullptr);

    void show(const std::vector<RelaxStep>& steps);

Q_SIGNALS:
    void edited(const std::vector<signalbox::RelaxStep>& after);

private:
    void build();
    void addRow(std::size_t row);
    void change(const std::function<void(std::vector<RelaxStep>&)>& edit);

    Theme& m_theme;
    QVBoxLayout* m_column;
    QWidget* m_rows = nullptr;
    std::vector<RelaxStep> m_steps;
};

}
