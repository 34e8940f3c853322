#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class ElidedLabel;
class TierChip;
class Trial;

// Where a trial goes: its tier, the destination, the policy that fired; and whether the live version does the same.
class OutcomeSection : public QWidget {
    Q_OBJECT

public:
    OutcomeSection(const StudioContext& studio, Trial& trial, QWidget* parent = nullptr);

private:
    void refresh();

    StudioContext m_studio;
    Trial& m_trial;
    TierChip* m_tier;
    ElidedLabel* m_where;
    ElidedLabel* m_by;
    QLabel* m_asLive;
};

}
