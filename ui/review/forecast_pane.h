#pragma once

#include "ui/review/review_state.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox {

// "Was the forecast right?": what came of thresholds that were raised in the weeks before. Out of sight without any.
class ForecastPane : public QWidget {
    Q_OBJECT

public:
    ForecastPane(const PageContext& context, ReviewState& state, QWidget* parent = nullptr);

private:
    void refresh();

    PageContext m_context;
    ReviewState& m_state;
    QVBoxLayout* m_lines;
    QStringList m_shown;
};

}
