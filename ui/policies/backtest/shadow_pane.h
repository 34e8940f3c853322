#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/command_answers.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace signalbox {

class EmptyState;
class InlineMessage;
class PaneHeader;
class PartingsModel;

// The draft beside the live rulebook, on real traffic and without any effect: since when, how often they part, and where.
class ShadowPane : public QWidget {
    Q_OBJECT

public:
    explicit ShadowPane(const StudioContext& context, QWidget* parent = nullptr);

private:
    void start();
    void stop();
    void send(const std::string& document);
    void refresh();

    StudioContext m_context;
    CommandAnswers m_commands;
    PaneHeader* m_header;
    QPushButton* m_start;
    QPushButton* m_stop;
    InlineMessage* m_message;
    EmptyState* m_empty;
    QListView* m_list;
    PartingsModel* m_rows;
};

}
