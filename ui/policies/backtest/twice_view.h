#pragma once

#include "ui/shared/analysis_port.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace signalbox {

class ElidedLabel;
class EmptyState;
class PaneHeader;
class ScrollColumn;
class TierChip;
class TraceModel;

// The decisions of one conversation, each as it was made beside as the draft would make it: the old trace and the new one.
class TwiceView : public QWidget {
    Q_OBJECT

public:
    explicit TwiceView(Theme& theme, QWidget* parent = nullptr);

    void clear(const QString& why);   // a sentence in its place
    void setConversation(const QString& title);
    // Shows the decision at this place first, or the nearest there is.
    void showDecisions(const std::vector<DecidedTwice>& decisions, std::size_t first, const Rulebook& draft);
    void showDecision(int place);

private:
    struct Side {
        ElidedLabel* title = nullptr;
        ElidedLabel* place = nullptr;
        TierChip* tier = nullptr;
        TraceModel* trace = nullptr;
        QListView* path = nullptr;
        ScrollColumn* parts = nullptr;
    };
    Side newSide(const QString& title, const QString& objectName, QWidget* parent);
    void fill(Side& side, const DecidedSide& from);

    Theme& m_theme;
    PaneHeader* m_header;
    QToolButton* m_earlier;
    QToolButton* m_later;
    EmptyState* m_empty;
    QWidget* m_sides;
    Side m_then;
    Side m_now;
    std::vector<DecidedTwice> m_decisions;
    Rulebook m_draft;
    int m_place = 0;
};

}
