#pragma once

#include "ui/shared/explained_moment.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox {

class ElidedLabel;
class ScrollColumn;
class WhyCard;

// The way through the policies of the version that decided: a card for each that was looked at, with what was found and
// what was wanted. Of a long row that plainly did not match, one line until it is opened.
class PathPane : public QWidget {
    Q_OBJECT

public:
    explicit PathPane(const PageContext& context, QWidget* parent = nullptr);

    void showMoment(const ExplainedMoment& moment);
    QWidget* focusTarget() const;

Q_SIGNALS:
    void policyWanted(const signalbox::PolicyId& policy);

private:
    void refresh();
    bool isShown(std::size_t place, const PolicyMet* nearest) const;
    void addCard(QVBoxLayout& column, const PolicyMet& policy, const PolicyMet* nearest, bool last);
    void addFold(QVBoxLayout& column, std::size_t first, std::size_t last);
    void addComparisons(WhyCard& card, QVBoxLayout& column, const PolicyMet& policy);
    void addActions(WhyCard& card, QVBoxLayout& column);

    PageContext m_context;
    ElidedLabel* m_title;
    ElidedLabel* m_count;
    ScrollColumn* m_scroll;
    ExplainedMoment m_moment;
    std::size_t m_looked = 0;   // policies up to and with the one that fired
    bool m_opened = false;
};

}
