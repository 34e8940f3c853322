#pragma once

#include "ui/shared/page_context.h"

#include <QWidget>

class QComboBox;

namespace signalbox {

// Light or dark, and the size of the text; takes effect at once, on this desk only.
class AppearancePane : public QWidget {
    Q_OBJECT

public:
    explicit AppearancePane(const PageContext& context, QWidget* parent = nullptr);

private:
    void refresh();

    Theme& m_theme;
    QComboBox* m_scheme;
    QComboBox* m_size;
};

}
