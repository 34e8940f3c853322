#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

#include <memory>

class QAction;

namespace signalbox {

// Tries the draft: a conversation of the past, a saved case, or values typed in; where it goes, the way through the
// policies, the smallest change for the chosen policy, and the values, to be changed. What is tried is the studio's
// sample. StudioSelection::tryOut brings it other values.
class TryPane : public QWidget {
    Q_OBJECT

public:
    explicit TryPane(const StudioContext& studio, QWidget* parent = nullptr);
    ~TryPane() override;

    QList<QAction*> menuActions() const;   // Run, Run all cases, Choose a conversation

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

}
