/** Style sheets are imported for their effect alone; Vite writes them beside the script. */
declare module '*.css'
