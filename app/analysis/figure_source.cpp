#include "app/analysis/figure_source.h"

namespace signalbox {

Result<const FigureRows*> FigureSource::rows()
{
    if (!m_open) {
        auto database = Database::open(m_workspace, Database::Access::ReadOnly);
        if (!database)
            return tl::unexpected(database.error());
        m_open = std::make_unique<Open>(std::move(*database));
    }
    return m_open->store.rows();
}

}
