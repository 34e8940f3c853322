#pragma once

#include "routing/backtest/backtest.h"
#include "ui/shared/scroll_column.h"

namespace signalbox {

class FiguresTable;

// What a backtest found, in figures: who would go elsewhere, from where to where, loads, alerts and shares.
class ReportView : public ScrollColumn {
    Q_OBJECT

public:
    explicit ReportView(Theme& theme, QWidget* parent = nullptr);

    // `rulebook` gives tiers, alerts and policies their names.
    void showReport(const BacktestReport& report, const Rulebook& rulebook);

Q_SIGNALS:
    // A way of the from-to table was chosen; empty words: all of them.
    void wayChosen(const QString& from, const QString& to);

private:
    void addSummary(QVBoxLayout& column, const BacktestReport& report);
    void addWays(QVBoxLayout& column, const BacktestReport& report);
    void addLoads(QVBoxLayout& column, const QString& title, const QString& objectName,
                  const std::map<QString, Shift>& shifts, std::int64_t of);
    void addAlerts(QVBoxLayout& column, const BacktestReport& report, const Rulebook& rulebook);
    void addShares(QVBoxLayout& column, const BacktestReport& report);
    FiguresTable* addTable(QVBoxLayout& column, const QString& title, const QString& objectName,
                           const QStringList& heads, int textColumns);

    Theme& m_theme;
};

}
