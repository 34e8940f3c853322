#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QGridLayout;

namespace signalbox {

// How far each number that a condition compares must go back past its threshold to end an alert: a row for each
// attribute. An empty field means: not at all.
class MarginTable : public QWidget {
    Q_OBJECT

public:
    using Margins = std::map<std::string, double>;

    explicit MarginTable(Theme& theme, QWidget* parent = nullptr);

    void show(const Condition& when, const Margins& margins, const Rulebook& rulebook);

Q_SIGNALS:
    void edited(const std::map<std::string, double>& after);

private:
    void build(const std::vector<std::string>& attributes, const Rulebook& rulebook);

    Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<std::string> m_attributes;
    Margins m_margins;
};

}
