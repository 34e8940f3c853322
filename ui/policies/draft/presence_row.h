#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace signalbox {

class DraftPresence;

// Who else has the draft open: their initials, and for a single one the name and where they are.
class PresenceRow : public QWidget {
    Q_OBJECT

public:
    PresenceRow(Theme& theme, const DraftPresence& presence, QWidget* parent = nullptr);

private:
    void refresh();

    Theme& m_theme;
    const DraftPresence& m_presence;
    QHBoxLayout* m_row;
};

}
