#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/analysis_port.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace signalbox {

class EmptyState;
class InlineMessage;
class PaneHeader;
class PartingsModel;
class QuietCombo;
class ReportView;
class TwiceView;

// The draft against the past: run, stop, what would move, and each conversation that moves decided twice.
class PastPane : public QWidget {
    Q_OBJECT

public:
    explicit PastPane(const StudioContext& context, QWidget* parent = nullptr);

    void run();

private:
    static constexpr int everyDay = 0;   // of the period's days

    QWidget* newControls();
    QWidget* newResult();
    QWidget* newMovedList(QWidget* parent);
    void connectParts();
    Period chosenPeriod() const;
    bool isRunning() const { return m_running != 0; }
    void stop();
    void showProgress(qint64 done, qint64 total);
    void showReport(const BacktestReport& report);
    void listMoved(const QString& from, const QString& to);
    void openMoved(int row);
    void refresh();
    void showMessage(bool bad, const QString& what, const QString& why);

    StudioContext m_context;
    QuietCombo* m_period = nullptr;
    QCheckBox* m_practice = nullptr;
    QCheckBox* m_imported = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_done = nullptr;
    QProgressBar* m_progress = nullptr;
    InlineMessage* m_message;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ReportView* m_report = nullptr;
    PaneHeader* m_movedHeader = nullptr;
    PartingsModel* m_moved;
    QListView* m_movedList = nullptr;
    TwiceView* m_twice = nullptr;

    quint64 m_running = 0;   // ticket; 0: nothing runs
    quint64 m_opening = 0;
    BacktestReport m_found;
    std::string m_document;             // that ran last
    Rulebook m_rulebook;                // of the same moment
    bool m_stale = false;               // the draft has changed since
    std::vector<std::size_t> m_shown;   // places among the examples
};

}
