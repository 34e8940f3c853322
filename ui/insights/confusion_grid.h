#pragma once

#include "ui/insights/confusion_model.h"
#include "ui/shared/theme.h"

#include <QTableView>

namespace signalbox {

// The confusion matrix as a tinted grid: what was right in the accent's tint, what was wrong in amber, each the stronger the
// larger its share of what is truly of that tier. A click, or Enter, asks for the conversations of a cell.
class ConfusionGrid : public QTableView {
    Q_OBJECT

public:
    ConfusionGrid(Theme& theme, QWidget* parent = nullptr);

    void show(const PriorityAccuracy& accuracy);

Q_SIGNALS:
    void cellChosen(const QString& name, const std::vector<std::int64_t>& conversations);

private:
    void fit();

    Theme& m_theme;
    ConfusionModel* m_model;
};

}
