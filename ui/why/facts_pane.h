#pragma once

#include "ui/shared/explained_moment.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class ElidedLabel;
class ScrollColumn;

// What the decision knew, each value with its source and time, by where it comes from. Those that rules asked for; the
// others on demand.
class FactsPane : public QWidget {
    Q_OBJECT

public:
    explicit FactsPane(const PageContext& context, QWidget* parent = nullptr);

    void showMoment(const ExplainedMoment& moment);
    QWidget* focusTarget() const;

private:
    struct Group {
        QString title;
        std::vector<FactThen> facts;
    };
    std::vector<Group> groups() const;
    void refresh();
    void addTitle(QVBoxLayout& column, const QString& title);
    void addFact(QVBoxLayout& column, const FactThen& fact);
    void addSignals(QVBoxLayout& column);
    void addRow(QVBoxLayout& column, const QString& name, const QString& value, const QString& source, bool decisive,
                bool missing);

    PageContext m_context;
    ElidedLabel* m_title;
    QPushButton* m_all;
    ScrollColumn* m_scroll;
    QLabel* m_note;
    ExplainedMoment m_moment;
    std::string m_decisive;
    bool m_showsAll = false;
};

}
