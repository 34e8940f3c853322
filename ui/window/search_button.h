#pragma once

#include "ui/shared/theme.h"

#include <QPushButton>

namespace signalbox {

// Looks like the field it opens: "Search or run a command  Ctrl+K".
class SearchButton : public QPushButton {
    Q_OBJECT

public:
    explicit SearchButton(Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

}
