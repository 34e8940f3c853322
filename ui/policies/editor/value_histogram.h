#pragma once

#include "ui/shared/analysis_port.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;

namespace signalbox {

// The values a number had lately, as bars from the least to the most, those that pass in the accent; with words beside.
class ValueHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ValueHistogram(Theme& theme, QWidget* parent = nullptr);

    // `passes` tells whether a value in the middle of a bar would pass.
    void show(const SeenValues& seen, const std::string& unit, const std::function<bool(double)>& passes);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    std::vector<std::int64_t> m_counts;
    std::vector<bool> m_pass;
    QLabel* m_words;
};

}
