#pragma once

#include "ui/shared/page_context.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace signalbox {

// The workspace's own settings, one section at a time.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    enum class Section { Channels, Faq, Profile, Agents, Desk, CannedReplies, Alerts, Practice, Appearance };

    explicit SettingsPage(const PageContext& context, QWidget* parent = nullptr);

    void showSection(Section section);
    QStringList sectionNames() const;   // in the order of Section

private:
    QListWidget* m_sections;
    QStackedWidget* m_panes;
};

}
